"""Where a webhook may go (C29): nowhere inside, unless the operator listed it."""

from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.web.notices.carriers.carrier import Hopeless, Later
from gongkai.web.notices.carriers.targets import outside, target

INSIDE = [
    "http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://2130706433/", "http://0x7f000001/",
    "http://0177.0.0.1/", "http://127.1/", "http://0/", "http://10.0.0.8/", "http://192.168.1.1:8080/",
    "http://172.16.3.4/", "http://169.254.169.254/latest/", "http://[fe80::1]/", "http://[fd00::1]/",
    "http://[::ffff:127.0.0.1]/", "http://[::ffff:10.0.0.8]/", "http://[64:ff9b::7f00:1]/", "http://[2002:7f00:1::]/",
    "http://100.64.0.1/", "http://224.0.0.1/", "http://255.255.255.255/", "http://[ff02::1]/", "http://[::]/",
]  # fmt: skip
WRONG = [
    "file:///etc/passwd", "gopher://127.0.0.1/", "ftp://example.org/", "//example.org/", "http://", "http:///x",
    "http://user@8.8.8.8/", "http://user:word@8.8.8.8/", "http://8.8.8.8:99999/", "http://[::1/", "",
]  # fmt: skip


@pytest.mark.parametrize("url", INSIDE)
def test_nothing_inside_is_called(url: str) -> None:
    # An unusual spelling may also not resolve at all; either way nobody is called.
    with pytest.raises((Hopeless, Later)):
        target(url, frozenset())


@pytest.mark.parametrize("url", WRONG)
def test_another_address_is_refused(url: str) -> None:
    with pytest.raises(Hopeless, match="写法不对"):
        target(url, frozenset())


def test_control_outside_and_listed_ones_are_called() -> None:
    assert target("https://8.8.8.8/hook?x=1", frozenset()).path == "/hook?x=1"
    assert target("http://127.0.0.1:8080", frozenset({"127.0.0.1:8080"})).address == "127.0.0.1"
    with pytest.raises(Hopeless):
        target("http://127.0.0.1:8081", frozenset({"127.0.0.1:8080"}))


@given(st.ip_addresses(v=4))
def test_an_address_inside_stays_inside_however_it_is_wrapped(address: ipaddress.IPv4Address) -> None:
    wrapped = [
        f"::ffff:{address}",
        str(ipaddress.IPv6Address(int(ipaddress.IPv6Address("64:ff9b::")) + int(address))),
    ]
    wrapped.append(str(ipaddress.IPv6Address((0x2002 << 112) + (int(address) << 80))))
    if not outside(str(address)):
        assert not any(outside(one) for one in wrapped)
