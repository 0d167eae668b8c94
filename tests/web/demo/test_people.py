"""Somebody for every role, three administrators apart, nobody real."""

from __future__ import annotations

from gongkai.web.demo.people import SURNAMES, staff
from gongkai.web.demo.world import INVENTED
from gongkai.web.rights.roles import roles


def test_every_role_once_in_the_invented_bureau() -> None:
    mine = [one for one in staff().values() if one[0] == INVENTED]
    assert sorted(role for _, _, role in mine) == sorted(roles())
    assert len({name for _, name, _ in mine}) == len(mine)
    assert len(SURNAMES) >= len(roles())


def test_every_name_says_that_it_is_invented() -> None:
    assert all("示例" in name or name.startswith("演示") for _, name, _ in staff().values())
