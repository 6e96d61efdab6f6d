"""`angikar keys`: the key of the house and the keys of others that it trusts; and the seals of papers on the command line."""

from __future__ import annotations

import json
import os
import secrets
from argparse import Namespace
from pathlib import Path
from typing import Any

from angikar.cli import sentences
from angikar.cli.refusal import CannotDo, two_sentences
from angikar.cli.setup import database_url, existing, folder, open_data
from angikar.formats.signing.trust import TrustList, trust_in
from angikar.rules.reading import Reading
from angikar.rules.tracing.carried import Voucher
from angikar.rules.tracing.seals import judged


@two_sentences
def keys(call: Namespace) -> int:
    """Show the public keys; after `trust NAME KEY` believe what that key sealed, after `distrust NAME` no more."""
    existing()
    open_data()
    from angikar.history.signing import keys as own
    from angikar.history.signing import seals

    words = tuple(call.names)
    if call.action == "trust" and (len(words) != 2 or not seals.trust(*words)):
        raise CannotDo(sentences.KEY_WRONG)
    if call.action == "distrust" and (len(words) != 1 or not seals.distrust(*words)):
        raise CannotDo(sentences.KEY_UNKNOWN, name=" ".join(words))
    known = {"own": own.public(), "trusted": seals.trusted()}
    if call.json:
        print(json.dumps(known, ensure_ascii=False, indent=1))
        return 0
    print(
        "\n".join([f"own      {known['own']}", *(f"trusted  {key}  {name}" for name, key in seals.trusted().items())])
    )
    return 0


def attachment(reading: Reading[Any]) -> str:
    """The sealed JSON that a printed paper carries."""
    _open()
    from angikar.history.signing import seals

    return seals.attachment(reading)


def vouch(carried: str) -> Voucher:
    """What the seal of a carried content is worth here."""
    _open()
    from angikar.history.signing import seals

    return judged(carried, seals.known())


def trusted_to_sign(folder: str | None) -> TrustList:
    """Whose certificates are trusted here, and besides those of a folder."""
    _open()
    from angikar.papers.signatures.house import trust_list

    own, more = trust_list(), trust_in(Path(folder)) if folder else TrustList()
    return TrustList((*own.roots, *more.roots), (*own.taken_back, *more.taken_back))


def _open() -> None:
    """Use the keys of the house whose data are here; where there are none, those of this account, so that no folder is begun in
    passing.
    """
    from django.conf import settings

    if settings.configured:
        return
    if database_url() or (folder() / "db.sqlite3").is_file():
        open_data()
        return
    home = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    os.environ["ANGIKAR_VAR"] = str(Path(home) / "angikar")
    os.environ.setdefault("ANGIKAR_SECRET_KEY", secrets.token_urlsafe(64))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "angikar.site.settings")
