"""A remark is sealed under its organ, once for an entry."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from gongkai.web.applications.models import Remark
from gongkai.web.applications.remarks import keep
from tests.web.applications.lives import filed
from tests.web.offices import Office


def test_sealed_and_once(office: Office) -> None:
    one, _ = filed(office)
    keep(one, 1, "致电申请人子丑")
    row = Remark.objects.for_organ(office.organ).select_related("organ").get()
    assert "子丑" not in f"{row.text}"
    assert (row.opened("text"), row.seal_scope()) == ("致电申请人子丑", office.organ.code)
    with pytest.raises(IntegrityError), transaction.atomic():
        keep(one, 1, "又一条")
