"""Servers of the tests' own on this machine: one that gives the time (RFC 3161), one that says which certificates were taken back (OCSP)."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from asn1crypto import keys, tsp
from asn1crypto import x509 as plain
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509 import ocsp
from pyhanko.sign.timestamps import DummyTimeStamper

from angikar.formats.signing.certificates import Credential
from tests.formats.signing.authority import Authority


class Servers:
    """Both, at one address; `asked` counts what came in. `known` are the certificates that are asked about, `taken_back` those revoked."""

    def __init__(self, authority: Authority, clock: Credential) -> None:
        self.asked: list[str] = []
        self.known: list[x509.Certificate] = []
        self.taken_back: list[x509.Certificate] = []
        self.address = ""
        self._authority = authority
        key = clock.key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
        certificate, above = (
            plain.Certificate.load(each.public_bytes(Encoding.DER)) for each in (clock.certificate, clock.above[0])
        )
        self._clock = DummyTimeStamper(certificate, keys.PrivateKeyInfo.load(key), certs_to_embed=[above])

    def answer(self, path: str, body: bytes) -> tuple[str, bytes]:
        """The type and the bytes of an answer."""
        self.asked.append(path)
        if path == "/time":
            made = asyncio.run(self._clock.async_request_tsa_response(tsp.TimeStampReq.load(body)))
            return "application/timestamp-reply", made.dump()
        return "application/ocsp-response", self._status(ocsp.load_der_ocsp_request(body))

    def _status(self, request: ocsp.OCSPRequest) -> bytes:
        issuer, now = self._authority.licensed, datetime.now(UTC)
        found = next(each for each in self.known if each.serial_number == request.serial_number)
        is_revoked = found in self.taken_back
        made = ocsp.OCSPResponseBuilder().add_response(
            cert=found,
            issuer=issuer.certificate,
            algorithm=request.hash_algorithm,
            cert_status=ocsp.OCSPCertStatus.REVOKED if is_revoked else ocsp.OCSPCertStatus.GOOD,
            this_update=now - timedelta(minutes=1),
            next_update=now + timedelta(days=1),
            revocation_time=now - timedelta(hours=1) if is_revoked else None,
            revocation_reason=None,
        )
        made = made.responder_id(ocsp.OCSPResponderEncoding.HASH, issuer.certificate)
        for extension in request.extensions:
            if isinstance(extension.value, x509.OCSPNonce):
                made = made.add_extension(extension.value, critical=False)
        return made.sign(issuer.key, hashes.SHA256()).public_bytes(Encoding.DER)


@contextmanager
def running(authority: Authority, clock: Credential) -> Iterator[Servers]:
    """Both servers, as long as they are wanted."""
    servers = Servers(authority, clock)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            kind, data = servers.answer(self.path, self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: object) -> None:
            return

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        servers.address = f"http://127.0.0.1:{server.server_port}"
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield servers
        finally:
            server.shutdown()
            thread.join()
