"""Duties as a Django app: they follow what offices and they themselves announce."""

from __future__ import annotations

from django.apps import AppConfig


class DutiesConfig(AppConfig):
    """The duties room."""

    name = "angikar.duties"

    def ready(self) -> None:
        """Follow the deeds of the rooms below."""
        from angikar.duties.formations import receivers
        from angikar.duties.signals import issued
        from angikar.offices.signals import led

        led.connect(receivers.led, dispatch_uid="duties.led")
        issued.connect(receivers.replaced, dispatch_uid="duties.replaced")
