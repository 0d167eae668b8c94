"""From where: the connection, or what the proxies in front say; what anybody can write is not believed."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import RequestFactory

from gongkai.web.limits.addresses import UNKNOWN, address_of


@pytest.mark.parametrize(
    ("proxies", "remote", "forwarded", "address"),
    [
        (0, "10.0.0.1", "", "10.0.0.1"),
        (0, "10.0.0.1", "6.6.6.6", "10.0.0.1"),
        (1, "127.0.0.1", "10.0.0.1", "10.0.0.1"),
        (1, "127.0.0.1", "6.6.6.6, 10.0.0.1", "10.0.0.1"),
        (2, "127.0.0.1", "6.6.6.6, 10.0.0.1, 10.0.0.2", "10.0.0.1"),
        (2, "127.0.0.1", "10.0.0.1", "127.0.0.1"),
        (1, "127.0.0.1", "", "127.0.0.1"),
        (1, "127.0.0.1", "<script>", UNKNOWN),
        (0, "2001:db8:1:2:3:4:5:6", "", "2001:db8:1:2::"),
        (0, "::ffff:10.0.0.1", "", "10.0.0.1"),
        (0, "", "", UNKNOWN),
    ],
)
def test_the_address(settings: Any, proxies: int, remote: str, forwarded: str, address: str) -> None:
    settings.PROXIES = proxies
    more = {"HTTP_X_FORWARDED_FOR": forwarded} if forwarded else {}
    assert address_of(RequestFactory().get("/", REMOTE_ADDR=remote, **more)) == address
