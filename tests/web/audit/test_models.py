"""A place in a chain is taken once, whoever writes."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from gongkai.web.audit.models import AuditAnchor, AuditHead, AuditLine
from tests.web.offices import Office


def test_no_two_lines_at_one_place(office: Office) -> None:
    first = AuditLine.objects.get(chain="linxi-sfj", number=1)
    first.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        first.save(force_insert=True)


def test_a_line_points_to_no_other_table() -> None:
    for model in (AuditLine, AuditHead, AuditAnchor):
        assert not [f for f in model._meta.get_fields() if f.is_relation]


def test_times_keep_their_zone(office: Office) -> None:
    assert AuditLine.objects.get(chain="linxi-sfj", number=1).at <= timezone.now()
