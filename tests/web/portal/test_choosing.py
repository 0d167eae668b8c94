"""What a person chose, read from the form."""

from __future__ import annotations

import pytest
from django.test import RequestFactory

from gongkai.report.together import Choice
from gongkai.web.portal.choosing import choice


def chosen(**fields: str) -> Choice:
    """The choice of a form with these fields."""
    return choice(RequestFactory().post("/together/", fields))


def test_nothing_chosen_is_left_to_the_program() -> None:
    assert chosen() == chosen(first="", second="", own="", expected="") == Choice()


def test_everything_chosen() -> None:
    told = chosen(first="0", second="2", own="1", alone="1", expected="甲局\r\n乙局、丙局")
    assert told == Choice((0, 2), 1, covers=False, expected=("甲局", "乙局", "丙局"))
    assert chosen(own="none").own == -1


@pytest.mark.parametrize("text", ["-1", "x", "１", "9" * 30, "1.5"])
def test_what_is_no_number_is_nothing(text: str) -> None:
    assert chosen(first=text, second="1", own=text) == Choice()
