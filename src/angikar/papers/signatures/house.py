"""The sealing certificate of the house, and whose certificates it trusts: those of a folder, and its own seals."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.conf import settings

from angikar.formats.signing import certificates
from angikar.formats.signing.certificates import Credential
from angikar.formats.signing.trust import TrustList, trust_in
from angikar.history.disk import write_whole
from angikar.history.signing import keys

SEAL = "house-seal.pem"
NAME = "অঙ্গীকার: নিজের সিল"


def sealing() -> Credential:
    """The certificate by which the house itself signs for an officer; made when it is first needed."""
    file = keys.folder() / SEAL
    if not file.exists():
        _make(file)
    found = certificates.from_pem(file.read_bytes())
    _publish(found)
    return found


def _make(file: Path) -> None:
    """Make it, whole or not at all; of several processes that do so at once the first one's is kept."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=file.parent) as part:  # its mode is 0600
        part.write(certificates.as_pem(certificates.own_certificate(NAME, certificates.now())))
        part.flush()
        os.fsync(part.fileno())
        with suppress(FileExistsError):
            os.link(part.name, file)


def _publish(seal: Credential) -> None:
    """Write the certificate without its key beside it: there it stays, in every backup, when the seal is replaced."""
    file = keys.folder() / f"{certificates.fingerprint(seal.certificate)[:16]}.crt"
    if not file.is_file() or not file.stat().st_size:
        write_whole(file, certificates.der([seal.certificate])[0])


def trust_list() -> TrustList:
    """The certificates of the folder that is set, with the lists of those taken back, and every seal this house has or had."""
    own, folder = trust_in(keys.folder()), settings.TRUSTED_AUTHORITIES
    of_others = trust_in(Path(folder)) if folder else TrustList()
    return TrustList((*own.roots, *of_others.roots), of_others.taken_back)
