"""Which addresses may be connected to. Pure."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

Address = IPv4Address | IPv6Address

# IANA's special-purpose registries (IPv4, IPv6), multicast, and a cloud's own service address, by hand: `is_global` of
# Python 3.11 is True for many of them, and its answer changes between versions.
_NOT_PUBLIC_4 = tuple(
    IPv4Network(net)
    for net in """
    0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 168.63.129.16/32 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24
    192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4
    """.split()
)
_PUBLIC_6 = IPv6Network("2000::/3")
_NOT_PUBLIC_6 = tuple(IPv6Network(net) for net in "2001::/23 2001:db8::/32 2002::/16 3fff::/20".split())

# What the operator's switch opens: this machine and its network, but neither link-local addresses (a cloud's metadata
# service answers there) nor multicast.
_PRIVATE = tuple(
    ip_network(net)
    for net in "127.0.0.0/8 10.0.0.0/8 172.16.0.0/12 192.168.0.0/16 100.64.0.0/10 ::1/128 fc00::/7".split()
)


def is_public(address: Address) -> bool:
    """Whether anybody on the internet could reach it."""
    if isinstance(address, IPv4Address):
        return address.is_global and not any(address in net for net in _NOT_PUBLIC_4)
    return address in _PUBLIC_6 and not any(address in net for net in _NOT_PUBLIC_6)


def may_connect(text: str, *, private_too: bool) -> bool:
    """The policy for one address as the system writes it; what is no address, or has a zone, may not."""
    try:
        address = ip_address(text)
    except ValueError:
        return False
    if isinstance(address, IPv6Address) and address.scope_id is not None:
        return False
    return is_public(address) or (private_too and any(address in net for net in _PRIVATE))
