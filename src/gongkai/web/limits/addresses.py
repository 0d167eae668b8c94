"""From where a request comes: the address that is counted and shown, behind as many proxies as the setting
says.
"""

from __future__ import annotations

import ipaddress

from django.conf import settings
from django.http import HttpRequest

UNKNOWN = "0.0.0.0"  # noqa: S104  an address that nobody has, no interface to listen on


def address_of(request: HttpRequest) -> str:
    """The address of the one who asks; of an IPv6 address the network (/64), which one place has as a whole.

    Only the entries that the proxies in front (setting ``PROXIES``) have written are believed: each adds one
    at the end of ``X-Forwarded-For``, what stands before them anybody can write.
    """
    text = str(request.META.get("REMOTE_ADDR") or "")
    if settings.PROXIES:
        told = [one.strip() for one in request.headers.get("X-Forwarded-For", "").split(",") if one.strip()]
        text = told[-settings.PROXIES] if len(told) >= settings.PROXIES else text
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return UNKNOWN
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped:
            return str(address.ipv4_mapped)
        return str(ipaddress.ip_network((address, 64), strict=False).network_address)
    return str(address)
