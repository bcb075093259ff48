"""Which addresses may be connected to: public ones, and those allowed by name.

Checked on every address that is about to be connected to, after the name was resolved, so that neither a
redirect nor a name server can lead inside.
"""

from __future__ import annotations

import socket
from collections.abc import Collection
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Any

from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import ThreadedResolver

_PUBLIC_V6 = IPv6Network("2000::/3")
_NAT64 = IPv6Network("64:ff9b::/96")
_RESERVED = tuple(ip_network(one) for one in ("192.0.0.0/24", "2001::/23", "3fff::/20"))


class RefusedAddress(OSError):
    """The address is private, local or reserved, and not on the list of allowed ones."""


def refused(address: str) -> bool:
    """Whether an IP address is none of the public internet's (mapped and translated ones looked into)."""
    try:
        found = ip_address(address.split("%")[0])
    except ValueError:
        return True
    return not all(_public(one) for one in _meant(found))


def _public(address: IPv4Address | IPv6Address) -> bool:
    if isinstance(address, IPv6Address) and address not in _PUBLIC_V6:
        return address in _NAT64
    reserved = any(address in network for network in _RESERVED)
    return address.is_global and not address.is_multicast and not reserved


def _meant(found: IPv4Address | IPv6Address) -> list[IPv4Address | IPv6Address]:
    if isinstance(found, IPv4Address):
        return [found]
    inner = [found.ipv4_mapped, found.sixtofour, *(found.teredo or ())]
    if found in _NAT64:
        inner.append(IPv4Address(found.packed[12:]))
    meant = [one for one in inner if one is not None]
    return meant if found.ipv4_mapped else [found, *meant]


class GuardedResolver(AbstractResolver):
    """Resolves names, and refuses those that lead to an address which is not public.

    `resolver` is what looks the names up; the system's unless given.
    """

    def __init__(self, allowed: Collection[str] = (), resolver: AbstractResolver | None = None) -> None:
        self._allowed = frozenset(allowed)
        self._of_allowed_names: set[str] = set()
        self._resolver = resolver or ThreadedResolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """The addresses of a host. Raises RefusedAddress if any of them is not public."""
        found = await self._resolver.resolve(host, port, family)
        addresses = [one["host"] for one in found]
        self.check(host, addresses)
        if host in self._allowed:
            self._of_allowed_names.update(addresses)
        return found

    def check(self, host: str, addresses: Collection[str]) -> None:
        """Raise RefusedAddress unless all addresses are public, or the host or address is allowed."""
        if host in self._allowed:
            return
        for address in addresses:
            if address not in self._allowed and refused(address):
                raise RefusedAddress(f"{host} leads to {address}, which is not on the public internet")

    def socket(self, destination: tuple[Any, ...]) -> socket.socket:
        """The socket for a connection that is about to be made: the last look at where it leads."""
        family, kind, protocol, _, (address, *_) = destination
        if address not in self._of_allowed_names:
            self.check(address, [address])
        return socket.socket(family, kind, protocol)

    async def close(self) -> None:
        """Close the resolver."""
        await self._resolver.close()


def literal(host: str) -> bool:
    """Whether a host is an IP address written out, which no resolver sees."""
    return ":" in host or host.replace(".", "").isdigit()
