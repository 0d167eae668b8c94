"""What an application shows of itself: its number alone; there is no field for a purpose."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction
from django.forms import CharField

from gongkai.web.applications.forms.registering import FIELDS
from gongkai.web.applications.models import Application
from gongkai.web.applications.models.application import LONGEST
from gongkai.web.applying.forms.filing import FilingForm
from gongkai.web.backlog.columns import COLUMNS
from tests.web.applications.lives import filed
from tests.web.backlog.table import line
from tests.web.offices import Office


def test_words(office: Office) -> None:
    one, _ = filed(office)
    assert str(one) == "2026-0001"
    assert one.seal_scope() == "linxi-sfj"
    assert list(Application.objects.across_organs()) == [one]
    assert not Application.objects.for_organ(None)


def test_nobody_is_asked_for_a_purpose() -> None:
    """law.md §8: 用途 is not asked for, 三需要 is abolished."""
    names = {f.name for f in Application._meta.get_fields()}
    labels = {str(getattr(f, "verbose_name", "")) for f in Application._meta.get_fields()}
    assert not [n for n in names if "purpose" in n]
    assert not [w for w in labels if "用途" in w]


def test_what_fits_one_door_fits_every_door() -> None:
    """Typed by a citizen, typed by a clerk, brought in from a table: one list says how long a value may be."""
    doors = [{name: field() for name, field in FIELDS.items()}, FilingForm.base_fields]
    for fields in doors:
        typed = {n: f.max_length for n, f in fields.items() if n != "key" and isinstance(f, CharField)}
        assert len(typed) > 10
        assert {name: LONGEST[name] for name in typed} == typed
    stored = {f.name: f.max_length for f in Application._meta.fields if f.name in LONGEST and f.max_length}
    assert {name: LONGEST[name] for name in stored} == stored
    for name in ("request", "document_number"):
        heading = next(one.heading for one in COLUMNS if one.name == name)
        for more, told in ((0, False), (1, True)):
            faults = line(**{heading: "9" * (LONGEST[name] + more)}).errors
            assert any(f"{heading}超过{LONGEST[name]}个字" in words for words in faults) is told


def test_a_number_is_given_once(office: Office) -> None:
    one, _ = filed(office)
    two, _ = filed(office)
    with pytest.raises(IntegrityError), transaction.atomic():
        Application.objects.for_organ(office.organ).filter(pk=two.pk).update(number=one.number)
