"""Which addresses of the internet are public, whatever form they are written in."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

_TRANSLATED = IPv6Network("64:ff9b::/96")  # IPv4 behind a translator, RFC 6052


def is_public(address: str) -> bool:
    """Tell whether an IP address is on the public internet, and so is the IPv4 address that it embeds.

    Not public are this machine, private networks, links, groups of machines (multicast), and what is reserved.

    Example:
        >>> [is_public(each) for each in ("93.184.216.34", "64:ff9b::5db8:d822")]
        [True, True]
        >>> [is_public(each) for each in ("10.0.0.1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::")]
        [False, False, False, False]
    """
    return _is_public(ip_address(address.partition("%")[0]))


def _is_public(ip: IPv4Address | IPv6Address) -> bool:
    if isinstance(ip, IPv6Address):
        if ip in _TRANSLATED or ip.ipv4_mapped:
            return _is_public(IPv4Address(int(ip) & 0xFFFFFFFF))
        if ip.sixtofour and not _is_public(ip.sixtofour):
            return False
    odd = ip.is_multicast or ip.is_reserved or ip.is_link_local or ip.is_unspecified or ip.is_loopback
    return ip.is_global and not odd
