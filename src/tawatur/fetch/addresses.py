"""Which addresses may be connected to: public ones, and those allowed by name.

Checked on every address that is about to be connected to, after the name was resolved, so that neither a
redirect nor a name server can lead inside.
"""

from __future__ import annotations

import socket
from collections.abc import Collection
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import Any

from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import ThreadedResolver


class RefusedAddress(OSError):
    """The address is private, local or reserved, and not on the list of allowed ones."""


def refused(address: str) -> bool:
    """Whether an IP address is none of the public internet's (mapped and translated ones looked into)."""
    try:
        found = ip_address(address.split("%")[0])
    except ValueError:
        return True
    return any(not one.is_global or one.is_multicast for one in _meant(found))


def _meant(found: IPv4Address | IPv6Address) -> list[IPv4Address | IPv6Address]:
    if isinstance(found, IPv4Address):
        return [found]
    inner = [found.ipv4_mapped, found.sixtofour, *(found.teredo or ())]
    if found.packed[:12] == b"\x00\x64\xff\x9b" + bytes(8):  # NAT64, RFC 6052
        inner.append(IPv4Address(found.packed[12:]))
    meant = [one for one in inner if one is not None]
    return meant if found.ipv4_mapped else [found, *meant]


class GuardedResolver(AbstractResolver):
    """Resolves names, and refuses those that lead to an address which is not public."""

    def __init__(self, allowed: Collection[str] = ()) -> None:
        self._allowed = frozenset(allowed)
        self._resolver = ThreadedResolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """The addresses of a host. Raises RefusedAddress if any of them is not public."""
        found = await self._resolver.resolve(host, port, family)
        self.check(host, [one["host"] for one in found])
        return found

    def check(self, host: str, addresses: Collection[str]) -> None:
        """Raise RefusedAddress unless all addresses are public, or the host or address is allowed."""
        if host in self._allowed:
            return
        for address in addresses:
            if address not in self._allowed and refused(address):
                raise RefusedAddress(f"{host} leads to {address}, which is not on the public internet")

    async def close(self) -> None:
        """Close the resolver."""
        await self._resolver.close()


def literal(host: Any) -> bool:
    """Whether a host is an IP address written out, which no resolver sees."""
    try:
        ip_address(str(host).strip("[]"))
    except ValueError:
        return False
    return True
