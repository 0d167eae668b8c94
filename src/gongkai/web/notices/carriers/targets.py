"""Where a webhook may go: out of the house, or to a machine that the operator listed.

An organ's administrator writes the address; without this check he could make the server knock at machines
that only the server reaches (SSRF). The name is resolved once, every address it stands for is checked, and
the connection is made to the address that was checked, so that a second answer of the name server changes
nothing.

Source: security check C29; OWASP ASVS 5.0 V13.2.4, V13.2.5.
"""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass
from urllib.parse import urlsplit

from gongkai.web.notices.carriers.carrier import Hopeless, Later

PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Target:
    """A place that may be called: the address to connect to, and the name to speak to."""

    scheme: str
    host: str
    port: int
    address: str
    path: str


def outside(address: str) -> bool:
    """Whether an IP address is one of the open internet: not private, local, shared, multicast or
    reserved.
    """
    ip = ipaddress.ip_address(address)
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is not None:
            return outside(str(inner))
        if ip in ipaddress.ip_network("64:ff9b::/96"):
            return outside(str(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)))
    return ip.is_global and not ip.is_multicast


def target(url: str, listed: frozenset[str]) -> Target:
    """Where a webhook's address leads. Raises :class:`Hopeless` where it may not, :class:`Later` where the
    name is unknown.

    ``listed`` holds inner targets that the operator allows, as ``host:port``.
    """
    try:
        parts = urlsplit(url)
        port = parts.port or PORTS.get(parts.scheme, 0)
    except ValueError:
        parts, port = urlsplit(""), 0
    host = parts.hostname or ""
    if parts.scheme not in PORTS or not host or parts.username is not None or parts.password is not None:
        raise Hopeless("接口推送地址的写法不对，应以 https:// 或 http:// 开头，不带用户名。")
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise Later("接口推送地址的域名解析不了。") from None
    addresses = [str(one[4][0]).split("%")[0] for one in found]
    if f"{host}:{port}" not in listed and not all(outside(one) for one in addresses):
        raise Hopeless(
            "接口推送地址指向内部网络，没有发送。确有需要的，请由系统运行人员列入 GONGKAI_WEBHOOK_HOSTS。"
        )
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Target(parts.scheme, host, port, addresses[0], path)
