"""Running numbers: by organ, series and year, without gaps, also when an act fails or two act at once."""

from __future__ import annotations

import threading

import pytest
from django.db import connection, transaction

from gongkai.web.entries.models import next_number
from gongkai.web.organs.models import Organ
from tests.web.offices import Office


def take(organ: Organ, series: str = "a", year: int = 2026) -> int:
    with transaction.atomic():
        return next_number(organ, series, year)


def test_each_series_and_year_by_itself(office: Office, other_office: Office) -> None:
    assert [take(office.organ) for _ in range(3)] == [1, 2, 3]
    assert take(office.organ, "b") == 1
    assert take(office.organ, "a", 2027) == 1
    assert take(other_office.organ) == 1


def test_a_number_of_a_failed_act_is_free_again(office: Office) -> None:
    take(office.organ)

    def act() -> None:
        with transaction.atomic():
            next_number(office.organ, "a", 2026)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        act()
    assert take(office.organ) == 2


@pytest.mark.django_db(transaction=True)
def test_outside_a_transaction_none_is_taken(own_keys: object) -> None:
    with pytest.raises(RuntimeError, match="transaction"):
        next_number(Office("linxi-sfj", "临溪县司法局").organ, "a", 2026)


@pytest.mark.django_db(transaction=True)
def test_many_at_once(own_keys: object) -> None:
    """Security check C39: gap-free and unique under parallel writers."""
    if connection.vendor == "sqlite" and "memory" in str(connection.settings_dict["NAME"]):
        pytest.skip("one connection to a database in memory; runs with PostgreSQL and in tests/security")
    organ, taken = Office("linxi-sfj", "临溪县司法局").organ, []

    def work() -> None:
        try:
            taken.extend(take(organ) for _ in range(10))
        finally:
            connection.close()

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(taken) == list(range(1, 81))
