"""A choice once made stands: the database refuses to change or delete it."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, transaction

from gongkai.web.organs.models import Chosen
from tests.web.offices import Office
from tests.web.organs.actions.test_choose import chosen


@pytest.mark.parametrize("act", ["update", "delete"])
def test_the_database_refuses(office: Office, act: str) -> None:
    chosen(office)
    rows = Chosen.objects.for_organ(office.organ)
    does = {"update": lambda: rows.update(value=30), "delete": rows.delete}
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        does[act]()
    assert rows.get().value == 15
