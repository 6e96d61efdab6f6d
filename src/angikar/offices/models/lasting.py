"""What lasts from one day to another: a tenure, a delegation, a body, a seat."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from django.db import models
from django.db.models import Q

Lasting = TypeVar("Lasting", bound=models.Model)


class LastingQuerySet(models.QuerySet[Lasting]):
    """Questions about what lasts from the day `since` up to, but not on, the day `until`."""

    def on(self, day: date) -> LastingQuerySet[Lasting]:
        """What is in force on a day."""
        return self.filter(Q(until=None) | Q(until__gt=day), since__lte=day)
