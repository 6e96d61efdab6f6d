"""Who asks: behind proxies of the office, the address these have added; what anybody else says of it is not believed."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

_SAID = (
    "HTTP_X_FORWARDED_FOR",
    "HTTP_X_FORWARDED_PROTO",
    "HTTP_X_FORWARDED_HOST",
    "HTTP_X_REQUEST_ID",
    "HTTP_FORWARDED",
)


class TrustedProxies:
    """The first middleware: `REMOTE_ADDR` is the address of who asks, for everything that follows."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Take over what an own proxy says; drop it where somebody else says it."""
        if settings.SECURE_PROXY_SSL_HEADER:
            peer = request.META.get("REMOTE_ADDR", "")
            if is_trusted(peer):
                request.META["REMOTE_ADDR"] = client(request.META.get("HTTP_X_FORWARDED_FOR", ""), peer)
            else:
                for header in _SAID:
                    request.META.pop(header, None)
        return self._get_response(request)


def is_trusted(address: str) -> bool:
    """Whether an address is that of an own proxy; a socket of this machine has none."""
    found = _parsed(address)
    return not address or (found is not None and any(found in network for network in settings.PROXIES))


def client(forwarded: str, peer: str) -> str:
    """The last address before the own proxies; each of these adds the one it was asked by at the end."""
    last = peer
    for said in reversed([part.strip() for part in forwarded.split(",") if part.strip()]):
        if _parsed(said) is None:
            break
        last = said
        if not is_trusted(said):
            break
    return last


def _parsed(address: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return None
    return (found.ipv4_mapped or found) if isinstance(found, ipaddress.IPv6Address) else found
