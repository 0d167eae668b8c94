"""What is written is read back exactly, whatever the kind of column."""

from __future__ import annotations

import datetime as dt
import json
import uuid
from decimal import Decimal
from typing import Any

import pytest
from django.apps import apps
from django.db import models
from hypothesis import given
from hypothesis import strategies as st

from gongkai.web.operating.neutral import LEFT_OUT, Sum, line_of, read_back, sum_of, tables, written
from gongkai.web.sealing.fields import Sealed, SealedField
from tests.web.offices import Office

MOMENTS = st.datetimes(timezones=st.just(dt.UTC))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda x: st.lists(x) | st.dictionaries(st.text(), x),
    max_leaves=8,
)
KINDS: list[tuple[models.Field[Any, Any], st.SearchStrategy[Any]]] = [
    (models.DateTimeField(), MOMENTS),
    (models.DateField(), st.dates()),
    (models.TimeField(), st.times()),
    (models.UUIDField(), st.uuids()),
    (models.DecimalField(), st.decimals(allow_nan=False, allow_infinity=False)),
    (models.BinaryField(), st.binary()),
    (models.TextField(), st.text()),
    (models.IntegerField(), st.integers()),
    (models.BooleanField(), st.booleans()),
    (models.JSONField(), JSON),
]


@pytest.mark.parametrize(("field", "values"), KINDS, ids=lambda one: type(one).__name__)
def test_a_value_comes_back(field: models.Field[Any, Any], values: st.SearchStrategy[Any]) -> None:
    @given(values | st.none())
    def comes_back(value: Any) -> None:
        assert read_back(field, json.loads(json.dumps(written(value)))) == value

    comes_back()


def test_a_sealed_value_comes_back_sealed() -> None:
    back = read_back(SealedField(), written(Sealed("AES-GCM$k1$abc")))
    assert isinstance(back, Sealed)
    assert back.stored == "AES-GCM$k1$abc"


def test_the_sum_knows_no_order_but_every_row() -> None:
    rows = [line_of([n, uuid.UUID(int=n), Decimal(n), {"b": 1, "a": n}]) for n in range(5)]
    sums = []
    for one in (rows, rows[::-1], rows[:4], [*rows, rows[0]]):
        total = Sum()
        for line in one:
            total.add(line)
        sums.append((total.rows, total.text))
    assert sums[0] == sums[1]
    assert len(set(sums)) == 3


@pytest.mark.django_db
def test_every_table_is_carried_over_but_sessions(office: Office) -> None:
    known = {m._meta.label_lower for m in apps.get_models(include_auto_created=True)}
    assert known - set(tables(apps)) == LEFT_OUT
    assert sum_of(tables(apps)["organs.organ"], "default").rows == 1
