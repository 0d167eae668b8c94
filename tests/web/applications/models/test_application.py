"""What an application shows of itself: its number alone; there is no field for a purpose."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from gongkai.web.applications.models import Application
from tests.web.applications.lives import filed
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


def test_a_number_is_given_once(office: Office) -> None:
    one, _ = filed(office)
    two, _ = filed(office)
    with pytest.raises(IntegrityError), transaction.atomic():
        Application.objects.for_organ(office.organ).filter(pk=two.pk).update(number=one.number)
