"""Where a served system is opened from: the addresses of this machine in the local network, and the names it answers to."""

from __future__ import annotations

import ipaddress
import socket
from typing import NamedTuple

import ifaddr

EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104  (compared with, never bound here)
"""The hosts that mean every network of this machine."""
HERE = ("127.0.0.1", "localhost", "::1")
"""The hosts that only this machine reaches."""
_INNER = ("docker", "br-", "veth", "virbr", "cni", "podman")
"""How the names of networks inside this machine begin."""


class Doors(NamedTuple):
    """Where to listen (`bind`), which names and addresses a request may ask for (`names`), and the addresses to open (`urls`)."""

    bind: str
    names: tuple[str, ...]
    urls: tuple[str, ...]


def doors(host: str, port: int, *, scheme: str = "http") -> Doors:
    """The doors of a server that listens on a host; every address of this machine where the host means all networks."""
    here = () if host in (*HERE, *EVERYWHERE) else (host,)
    reached = own_addresses() if host in EVERYWHERE else here
    names = (*reached, *_own_names(), "localhost", "127.0.0.1", "[::1]") if host in EVERYWHERE else (*here, *HERE[:2])
    shown = reached or ("127.0.0.1",)
    urls = tuple(f"{scheme}://{_in_url(each)}:{port}" for each in shown)
    return Doors(host, tuple(dict.fromkeys(_in_url(name) for name in names)), urls)


def own_addresses() -> tuple[str, ...]:
    """The IPv4 addresses by which other machines reach this one; the one that leads out of the house first."""
    found = [
        str(each.ip)
        for adapter in ifaddr.get_adapters()
        if not adapter.nice_name.startswith(_INNER)
        for each in adapter.ips
        if each.is_IPv4 and not _unreachable(str(each.ip))
    ]
    outward = _outward()
    return tuple(sorted(dict.fromkeys(found), key=lambda address: address != outward))


def _unreachable(address: str) -> bool:
    known = ipaddress.ip_address(address)
    return known.is_loopback or known.is_link_local


def _outward() -> str:
    """The address packets to other networks leave from; nothing is sent to find it out."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:  # no network at all
            return ""
        return str(probe.getsockname()[0])


def _own_names() -> tuple[str, ...]:
    name = socket.gethostname()
    return (name, f"{name}.local") if name and name != "localhost" else ()


def _in_url(host: str) -> str:
    return f"[{host}]" if ":" in host and not host.startswith("[") else host


def is_free(host: str, port: int) -> bool:
    """Whether a server may listen there: the port is nobody's and the address is this machine's."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True
