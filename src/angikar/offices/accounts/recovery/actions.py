"""What is done with recovery codes: new ones are made in place of the old, and one is used."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from django.db import transaction

from angikar.history.actions import record
from angikar.history.refusal import Refused
from angikar.offices.accounts import sentences
from angikar.offices.accounts.recovery.codes import KEPT, found, made, stored
from angikar.offices.models import Officer

_TYPE = Authenticator.Type.RECOVERY_CODES


def renew_codes(officer: Officer) -> tuple[str, ...]:
    """Make an officer's recovery codes; those before open nothing more. They are returned this once. Raises `Refused` for who has no
    second step by telephone.
    """
    codes = made()
    with transaction.atomic():
        Officer.objects.select_for_update().get(pk=officer.pk)
        steps = Authenticator.objects.filter(user=officer)
        if not steps.exclude(type=_TYPE).exists():
            raise Refused(sentences.CODES_WITHOUT_STEP)
        steps.filter(type=_TYPE).delete()
        Authenticator.objects.create(user=officer, type=_TYPE, data=stored(codes))
        record("officer.renew_codes", officer, by=officer)
    return codes


def use_code(officer: Officer, typed: str) -> Authenticator | None:
    """Use a recovery code up. Returns the second factor that it belonged to, `None` where it is none of the codes that are left."""
    with transaction.atomic():
        step = Authenticator.objects.select_for_update().filter(user=officer, type=_TYPE).first()
        kept: list[str] = step.data.get(KEPT, []) if step is not None else []
        used = found(kept, typed)
        if step is None or used is None:
            return None
        step.data = {**step.data, KEPT: [each for each in kept if each != used]}
        step.save(update_fields=["data"])
        record("officer.use_code", officer, by=officer, now={"left": len(step.data[KEPT])})
    return step
