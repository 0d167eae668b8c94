"""Who belongs together: sure by number or by name and telephone, told by name alone; the place in the month;
the sheet of twelve months; the same matter of others.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from gongkai.statute.events import Channel, Kind
from gongkai.web.applications.kin import (
    MONTHS,
    frequency,
    likeness,
    ordinal,
    same_applicant,
    same_matter,
)
from gongkai.web.applications.models import Application, Standing
from tests.web.applications.lives import DAY, NAME, entered, filed
from tests.web.offices import Office

TEXTS = st.text(alphabet="甲乙丙丁 ", max_size=20)


def one_of(office: Office, on: dt.date = DAY, **values: Any) -> Application:
    return filed(office, on=on, values=values)[0]


def standing(one: Application) -> Standing:
    found: Standing = Standing.objects.for_organ(one.organ_id).get(application=one)
    return found


def test_by_number_by_telephone_by_name(office: Office) -> None:
    first = one_of(office)
    same = one_of(office, name="改名以后")
    unproven = one_of(office, document_number="", phone="")
    by_phone = one_of(office, document_number="", document_kind="")
    other = one_of(office, document_number="11010519491231002X")
    found = {one.standing.number: one for one in same_applicant(first)}
    assert set(found) == {same.number, unproven.number, by_phone.number}
    assert found[same.number].sure
    assert found[by_phone.number].sure
    assert not found[unproven.number].sure
    assert other.number not in found


def test_nobody_is_like_nobody(office: Office) -> None:
    blank = {"name": "", "document_number": "", "phone": "", "document_kind": ""}
    first = one_of(office, **blank)
    one_of(office, **blank)
    assert same_applicant(first) == []


def test_another_organ_is_not_asked(office: Office, other_office: Office) -> None:
    first = one_of(office)
    one_of(other_office)
    assert same_applicant(first) == []
    assert same_matter(first) == []


def test_the_place_in_the_month(office: Office) -> None:
    days = (DAY, DAY + dt.timedelta(3), DAY + dt.timedelta(3), DAY + dt.timedelta(30))
    made = [one_of(office, on=day) for day in days]
    places = [ordinal(one, standing(one), same_applicant(one)) for one in made]
    assert [(p.place, p.count) for p in places] == [(1, 3), (2, 3), (3, 3), (1, 1)]


def test_what_was_voided_does_not_count(office: Office) -> None:
    first, second = one_of(office), one_of(office)
    entered(office, second, Kind.VOIDED, DAY, of=1)
    assert same_applicant(first) == []


def test_the_day_of_receipt_counts(office: Office) -> None:
    one, _ = filed(office, Channel.INTERNET, dt.date(2026, 3, 31))
    entered(office, one, Kind.RECEIVED, dt.date(2026, 4, 1))
    assert ordinal(one, standing(one), []).month == dt.date(2026, 4, 1)


def test_the_sheet(office: Office) -> None:
    until = dt.date(2026, 3, 31)
    made = [one_of(office, on=day) for day in (DAY, dt.date(2025, 4, 1), dt.date(2025, 3, 31))]
    sheet = frequency(standing(made[0]), same_applicant(made[0]), until)
    assert [one.number for one in sheet.standings] == [made[1].number, made[0].number]
    assert len(sheet.by_month) == MONTHS
    assert (sheet.by_month[0], sheet.by_month[-1]) == ((dt.date(2025, 4, 1), 1), (dt.date(2026, 3, 1), 1))
    assert sum(count for _, count in sheet.by_month) == len(sheet.standings)


def test_the_same_matter_of_others(office: Office) -> None:
    first = one_of(office, record_ref="临政发〔2025〕3号")
    other = {"name": "申请人寅卯", "document_number": "11010519491231002X", "phone": "1"}
    by_ref = one_of(office, **other, record_ref="临政发〔2025〕3号", matter="甲", request="甲")
    by_matter = one_of(office, **other, request="乙")
    by_text = one_of(office, **other, matter="丙", request="请公开临溪县2025年法律援助经费决算表")
    apart = one_of(office, **other, matter="丁", request="行政许可决定书")
    mine = one_of(office)
    found = {one.standing.number: one.why for one in same_matter(first)}
    assert found[by_ref.number] == "文号相同"
    assert found[by_matter.number] == "事项相同"
    assert found[by_text.number].startswith("文字相似")
    assert apart.number not in found
    assert mine.number not in found
    assert NAME not in str(found)


@given(TEXTS, TEXTS)
def test_likeness_is_symmetric_and_a_share(a: str, b: str) -> None:
    assert likeness(a, b) == likeness(b, a)
    assert 0 <= likeness(a, b) <= 1
    if len(a.replace(" ", "")) > 1:
        assert likeness(a, a) == 1
