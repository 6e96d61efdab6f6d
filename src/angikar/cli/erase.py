"""`angikar erase`: forget how people are reached, where it is kept longer than its period, in the old history, or of one departed officer."""

from __future__ import annotations

from argparse import Namespace

from angikar.cli import sentences
from angikar.cli.clock import now
from angikar.cli.refusal import CannotDo, two_sentences
from angikar.cli.setup import enter_existing
from angikar.rules.bangla.digits import to_bangla


@two_sentences
def erase(call: Namespace) -> int:
    """`angikar erase [--officer USERNAME]`."""
    enter_existing()
    from angikar.notices.retention.actions import erase_officer
    from angikar.notices.retention.daily import erase_history, erase_old
    from angikar.offices.models import Officer

    if call.officer:
        found = Officer.objects.filter(username=call.officer).first()
        if found is None:
            raise CannotDo(sentences.NO_SUCH_OFFICER, username=call.officer)
        erase_officer(found, by=None)
        print(f"{found.name}: যোগাযোগের তথ্য মোছা হয়েছে / how to reach {found.username} is erased")
        return 0
    for name, count in {**erase_old(now()), "history": erase_history()}.items():
        print(f"{name:12} {to_bangla(str(count))}")
    return 0
