"""The sections as data: fields that there are, what a new row replaces."""

from __future__ import annotations

from gongkai.web.organs.models import Officer, RemedyBody
from gongkai.web.organs.sections import SECTIONS


def test_fields_are_those_of_the_table() -> None:
    for one in SECTIONS.values():
        known = {field.name for field in one.model._meta.get_fields()}
        assert set(one.fields) <= known
        assert set(one.helps) <= set(one.fields)
        assert one.address == f"/office/organ/{one.key}/"


def test_what_a_new_row_replaces() -> None:
    assert SECTIONS["officers"].replaces(Officer(duty="group_head")) == {"duty": "group_head"}
    assert SECTIONS["officers"].replaces(Officer(duty="group_member")) is None
    assert SECTIONS["courts"].replaces(RemedyBody(kind="court")) == {"kind": "court"}
    assert SECTIONS["office"].replaces(None) == {}
    assert SECTIONS["advisers"].replaces(None) is None
