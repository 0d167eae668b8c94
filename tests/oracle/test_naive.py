"""The oracle itself, against dates worked out by hand from the law (vectors T1–T29 and T60)."""

from __future__ import annotations

from datetime import date

import pytest

from gongkai.statute.events import Asked, Channel, Event, Kind

from .case import Case, Limits
from .days import NATIONAL, days
from .naive import answer


def d(text: str) -> date:
    """A day, of 2026 where no year is given."""
    return date.fromisoformat(text if len(text) > 5 else f"2026-{text}")


def received(on: str, channel: Channel = Channel.IN_PERSON) -> Event:
    """An application received."""
    return Event(Kind.RECEIVED, d(on), channel=channel)


def extended(on: str, number: int) -> Event:
    """An extension with everything it needs."""
    return Event(Kind.EXTENDED, d(on), days=number, approved_by="head")


def consulted(
    sent: str, got: str = "", returned: str = "", name: str = "a", to: str = "third_party"
) -> list[Event]:
    """The entries of one consultation."""
    out = [Event(Kind.CONSULTATION_SENT, d(sent), id=name, to=Asked(to))]
    if got:
        out.append(Event(Kind.CONSULTATION_RECEIVED, d(got), id=name))
    if returned:
        out.append(Event(Kind.CONSULTATION_RETURNED, d(returned), id=name))
    return out


def strict(*events: Event, on: str = "") -> date:
    """The strict date on the day of the last entry, or on ``on``."""
    got = answer(events, d(on) if on else events[-1].on)
    assert isinstance(got.get("strict"), date), got
    return got["strict"]  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("vector", "on", "due"),
    [
        ("T1", "02-13", "03-19"),
        ("T2", "01-04", "01-30"),
        ("T3", "2025-09-26", "2025-10-30"),
        ("T3", "2025-09-28", "2025-10-31"),
        ("T4", "2024-02-08", "2024-03-13"),
        ("T5", "2024-04-28", "2024-05-28"),
        ("T7", "04-30", "06-01"),
        ("T9", "09-18", "10-22"),
        ("T12", "03-02", "03-30"),
        ("T17", "02-04", "03-10"),
        ("T25", "12-03", "12-31"),
        ("T25", "12-04", "2027-01-04"),
        ("T26", "2025-12-30", "2026-01-28"),
        ("T26", "2024-12-31", "2025-02-05"),
    ],
)
def test_twenty_working_days(vector: str, on: str, due: str) -> None:
    """Art. 33: 20 working days from the day after receipt."""
    assert strict(received(on)) == d(due), vector


@pytest.mark.parametrize(
    ("vector", "on", "last"), [("T5", "2024-04-28", "2024-05-10"), ("T6", "04-30", "05-13")]
)
def test_seven_working_days_for_the_correction_notice(vector: str, on: str, last: str) -> None:
    """Art. 30: the last day; a notice on it is in time, one a day later is not (T8)."""
    got = answer([received(on)], d(on))
    assert got["deadlines"]["correction_notice"] == d(last), vector  # type: ignore[index]
    for late in (0, 1):
        day = Case().nth_after(d(last), late)
        sent = Event(Kind.CORRECTION_NOTICE, day, notice_received_on=day)
        assert answer([received(on), sent], day)["breaches"] == ["correction_notice_late"][:late]


def test_fourth_vector_counts_new_years_eve_of_2024() -> None:
    """T4: the first working day after 8 February 2024 is the 9th."""
    assert Case().nth_after(d("2024-02-08"), 1) == d("2024-02-09")


@pytest.mark.parametrize(
    ("vector", "sent", "breaches"), [("T7", "05-11", []), ("T8", "05-14", ["correction_notice_late"])]
)
def test_restart_on_correction(vector: str, sent: str, breaches: list[str]) -> None:
    """Art. 30: the period runs anew from the corrected application, after a late notice too."""
    notice = Event(Kind.CORRECTION_NOTICE, d(sent), notice_received_on=d(sent))
    corrected = Event(Kind.CORRECTED, d("05-20"))
    got = answer([received("04-30"), notice, corrected], d("05-20"))
    assert (got["strict"], got["breaches"]) == (d("06-17"), breaches), vector
    waiting = answer([received("04-30"), notice], d("05-19"))
    assert (waiting["strict"], waiting["lenient"], waiting["stage"]) == (None, None, "correction_pending")


@pytest.mark.parametrize(("number", "due"), [(10, "11-05"), (20, "11-19")])
def test_ninth_vector_extends(number: int, due: str) -> None:
    """T9, T10: up to 20 more working days, on the last day at the latest."""
    assert strict(received("09-18"), extended("10-22", number)) == d(due)
    assert answer([received("09-18"), extended("10-23", number)], d("10-23")) == {"refused": 2}


def test_eleventh_vector_caps_the_extension() -> None:
    """T11: 20 in all."""
    first = [received("09-18"), extended("10-20", 20)]
    assert answer([*first, extended("10-21", 5)], d("10-21")) == {"refused": 3}
    assert strict(received("09-18"), extended("10-20", 15), extended("10-21", 5)) == d("11-19")


def test_consultations() -> None:
    """T13–T17: the time of consulting is not counted, overlaps once, silence ends it (arts. 32, 33)."""
    case = received("03-02")
    assert strict(case, *consulted("03-09", returned="03-25")) == d("04-16")
    silent = [case, *consulted("03-09", "03-11")]
    for on in ("03-12", "04-01", "04-10"):
        assert strict(*silent, on=on) == d("04-23")
    assert answer(silent, d("04-01"))["deadlines"]["opinion:a"] == d("04-01")  # type: ignore[index]
    assert [answer(silent, d(on))["stage"] for on in ("04-01", "04-02")] == ["consulting", "processing"]
    assert strict(*silent, extended("04-20", 20)) == d("05-25")
    first, second = consulted("03-09", returned="03-25"), consulted("03-16", returned="04-01", name="b")
    assert strict(case, first[0], second[0], first[1], second[1]) == d("04-23")
    assert strict(received("02-04"), *consulted("02-06", returned="03-04")) == d("03-30")


@pytest.mark.parametrize(
    ("vector", "to", "got", "last"),
    [("T18", "third_party", "02-10", "03-09"), ("T19", "joint_maker", "06-12", "07-06")],
)
def test_fifteen_working_days_for_an_opinion(vector: str, to: str, got: str, last: str) -> None:
    """Arts. 32, 34: from the receipt of the letter."""
    case = [received(got), *consulted(got, got, to=to)]
    assert answer(case, d(got))["deadlines"]["opinion:a"] == d(last), vector  # type: ignore[index]


def test_another_organ_has_no_last_day() -> None:
    """Art. 33 ¶3: it counts as ended on the day asked about, and grows with it."""
    case = [received("03-02"), *consulted("03-09", "03-10", to="other_organ")]
    assert [strict(*case, on=on) for on in ("03-10", "03-11", "04-30")] == [
        d("03-31"),
        d("04-01"),
        d("05-25"),
    ]
    assert "opinion:a" not in answer(case, d("03-11"))["deadlines"]  # type: ignore[operator]


def test_fee() -> None:
    """T20–T22: 20 working days to pay, payment restarts, silence ends the case."""
    asked = [received("04-07"), Event(Kind.FEE_NOTICE, d("04-09"), amount=100, notice_received_on=d("04-10"))]
    assert answer(asked, d("04-10"))["deadlines"] == {"payment": d("05-12")}
    assert strict(*asked, Event(Kind.FEE_PAID, d("05-08"))) == d("06-04")
    assert answer([*asked, Event(Kind.FEE_PAID, d("05-13"))], d("05-13")) == {"refused": 3}
    lapsed = [answer([*asked, Event(Kind.FEE_LAPSED, d(on))], d(on)) for on in ("05-12", "05-13")]
    assert lapsed[0] == {"refused": 3}
    assert (lapsed[1]["stage"], lapsed[1]["outcome"]) == ("closed", "otherwise.fee_unpaid")


def test_weekend() -> None:
    """T23: a web form on a Saturday (A1)."""
    form = [Event(Kind.SUBMITTED, d("11-21"), channel=Channel.INTERNET), received("11-21", Channel.INTERNET)]
    got = answer(form, d("11-21"))
    assert (got["strict"], got["lenient"], got["provisional"]) == (d("12-18"), d("12-21"), False)


@pytest.mark.parametrize(("sent", "timely"), [("2017-07-10", True), ("2017-07-11", False)])
def test_the_court_on_a_sunday(sent: str, timely: bool) -> None:
    """T24: e-mail on a Sunday under the old 15 working days; the reply mailed on the lenient day was in time."""
    summer = days(2017, 2017, {2017: ""}, {})
    reply = [Event(Kind.DECIDED, d(sent), decision="partly_disclosed"), Event(Kind.DISPATCHED, d(sent))]
    got = answer([received("2017-06-18", Channel.EMAIL), *reply], d(sent), summer, Limits(reply=15))
    assert (got["strict"], got["lenient"], got["timely"]) == (d("2017-07-07"), d("2017-07-10"), timely)
    assert got["breaches"] == ([] if timely else ["reply_late"])


@pytest.mark.parametrize(("on", "provisional"), [("12-03", False), ("12-04", True)])
def test_a_year_without_a_notice(on: str, provisional: bool) -> None:
    """T25: dates counted into 2027 are provisional."""
    assert answer([received(on)], d(on))["provisional"] is provisional


def test_a_region_with_its_own_holidays() -> None:
    """T27: 宁夏 2021 had two days more."""
    spring = days(2021, 2021, {2021: "0614"}, {2021: "0508"})
    case, on = [received("2021-05-06")], d("2021-05-06")
    assert answer(case, on, spring)["strict"] == d("2021-06-02")
    region = spring.with_off([d("2021-05-13"), d("2021-05-14")])
    assert answer(case, on, region)["strict"] == d("2021-06-04")


def test_correction_lapses_or_comes_on_the_last_day() -> None:
    """T28, T29: ten working days from the receipt of the notice; the last one counts."""
    asked = [received("06-01"), Event(Kind.CORRECTION_NOTICE, d("06-04"), notice_received_on=d("06-05"))]
    assert answer(asked, d("06-05"))["deadlines"] == {"correction": d("06-22")}
    lapsed = [answer([*asked, Event(Kind.CORRECTION_LAPSED, d(on))], d(on)) for on in ("06-22", "06-23")]
    assert lapsed[0] == {"refused": 3}
    assert (lapsed[1]["stage"], lapsed[1]["outcome"]) == ("closed", "otherwise.correction_lapsed")
    assert strict(*asked, Event(Kind.CORRECTED, d("06-22"))) == d("07-20")
    assert answer([*asked, Event(Kind.CORRECTED, d("06-23"))], d("06-23")) == {"refused": 3}


def test_sixtieth_vector_counts_from_both_days() -> None:
    """T60: strict from the letter, lenient from the day on which the applicant could be reached (A23)."""
    letter = Event(Kind.SUBMITTED, d("05-11"), channel=Channel.PLAIN_MAIL)
    before = answer([letter], d("05-19"))
    assert (before["strict"], before["lenient"], before["stage"]) == (d("06-08"), None, "confirming")
    got = answer([letter, received("05-20", Channel.PLAIN_MAIL)], d("05-20"))
    assert (got["strict"], got["lenient"]) == (d("06-08"), d("06-17"))


def test_voided_entries_are_read_over() -> None:
    """An entry taken back never stood there; before the day of the voiding it still does."""
    wrong = [received("09-18"), extended("10-20", 25), Event(Kind.VOIDED, d("10-21"), of=2)]
    assert answer(wrong, d("10-20")) == {"refused": 2}
    assert answer(wrong, d("10-21"))["strict"] == d("10-22")
    assert answer([*wrong, Event(Kind.VOIDED, d("10-21"), of=2)], d("10-21")) == {"refused": 4}


def test_number_of_working_days() -> None:
    """251, 248 and 248 working days in 2024, 2025 and 2026."""
    counts = {y: sum(day.year == y for day in NATIONAL.working) for y in (2024, 2025, 2026)}
    assert counts == {2024: 251, 2025: 248, 2026: 248}


def test_what_is_set_is_not_lengthened_and_a_fee_is_asked_for_once() -> None:
    """Readings k2 and k3; reasons given arrive while an opinion is awaited (h)."""
    asked = [
        received("03-02"),
        Event(Kind.REASONS_REQUESTED, d("03-03")),
        Event(Kind.CONSULTATION_SENT, d("03-03"), id="a", to=Asked.THIRD_PARTY),
        Event(Kind.REASONS_GIVEN, d("03-05")),
        Event(Kind.CONSULTATION_RETURNED, d("03-06"), id="a"),
        Event(Kind.DEFERRED, d("03-06"), until=d("04-30")),
    ]
    assert strict(*asked) == d("04-30")
    assert answer([*asked, extended("04-01", 5)], d("04-01")) == {"refused": 7}
    fee = Event(Kind.FEE_NOTICE, d("03-09"), amount=100, notice_received_on=d("03-09"))
    paid = [received("03-02"), fee, Event(Kind.FEE_PAID, d("03-10"))]
    assert answer([*paid, Event(Kind.FEE_NOTICE, d("03-11"), amount=10)], d("03-11")) == {"refused": 4}


@pytest.mark.parametrize(
    ("decisions", "row"),
    [
        (("disclosed.supplied", "unavailable.needs_creation"), "partly_disclosed"),
        (("withheld.deliberative", "withheld.third_party", "partly_disclosed"), "partly_disclosed"),
        (("withheld.deliberative", "withheld.third_party"), "withheld.deliberative"),
        (("disclosed.supplied", "disclosed.already_public"), "disclosed"),
    ],
)
def test_several_decisions_give_one_row(decisions: tuple[str, ...], row: str) -> None:
    """A13."""
    taken = [Event(Kind.DECIDED, d("03-20"), decision=key) for key in decisions]
    assert answer([received("03-02"), *taken], d("03-20"))["outcome"] == row
