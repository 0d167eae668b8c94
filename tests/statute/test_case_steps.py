"""The account of a case: what was left out, what was waited for, where it ends."""

from __future__ import annotations

import datetime as dt

from gongkai.statute.account import Step
from gongkai.statute.clocks import clock
from gongkai.statute.settings import Settings
from gongkai.statute.working_days import Calendar
from tests.statute.case_lines import events


def steps(on: str, *lines: str) -> tuple[Step, ...]:
    return clock(
        events(list(lines)), dt.date.fromisoformat(on), Calendar.national(), Settings.default()
    ).steps


def on(found: tuple[Step, ...], day: str) -> Step:
    return next(step for step in found if step.on.isoformat() == day)


def test_days_of_a_consultation_are_left_out_with_the_article() -> None:
    found = steps("2026-03-25", "2026-03-02 received", "2026-03-09 consultation_sent id=a to=third_party",
                  "2026-03-25 consultation_returned id=a")  # fmt: skip
    assert on(found, "2026-03-09").counts
    first = on(found, "2026-03-10")
    assert not first.counts
    assert "征求第三方意见期间，不计算在内" in first.why
    assert "第三十三条第三款" in first.why
    assert not on(found, "2026-03-25").counts
    assert on(found, "2026-03-26").counts
    assert "答复期限20个工作日届满" in found[-1].why


def test_while_a_correction_is_awaited_the_account_goes_to_the_day() -> None:
    found = steps("2026-03-12", "2026-03-02 received", "2026-03-09 correction_notice")
    assert found[-1].on == dt.date(2026, 3, 12)
    assert on(found, "2026-03-09").counts
    assert "等待申请人补正，期限停止计算" in on(found, "2026-03-10").why
    assert sum(step.counts for step in found) == 5


def test_before_a_receipt_and_after_the_end_there_is_none() -> None:
    assert steps("2026-03-12", "2026-03-02 submitted") == ()
    assert steps("2026-03-12", "2026-03-02 received", "2026-03-09 withdrawn") == ()


def test_a_restart_begins_a_new_account() -> None:
    found = steps("2026-03-12", "2026-03-02 received", "2026-03-09 correction_notice", "2026-03-12 corrected")
    assert found[0].on == dt.date(2026, 3, 12)
    assert "重新起算" in found[0].why


def test_an_unconfirmed_submission_says_so() -> None:
    assert "提交申请之日" in steps("2026-03-12", "2026-03-02 submitted channel=fax")[0].why
    assert "收到申请之日" in steps("2026-03-12", "2026-03-02 received channel=fax")[0].why


def test_a_day_that_was_set_ends_the_account() -> None:
    found = steps("2026-03-20", "2026-03-02 received", "2026-03-05 reasons_requested", "2026-03-19 reasons_given",
                  "2026-03-20 deferred until=2026-05-02")  # fmt: skip
    assert found[0].on == dt.date(2026, 3, 2)
    assert found[-1].on == dt.date(2026, 5, 2)
    assert "，收到申请之日，当日不计算在内（" in found[0].why
    assert "延迟答复的期限届满" in found[-1].why
    again = steps("2026-06-01", "2026-03-02 received", "2026-03-30 decided decision=withheld.deliberative",
                  "2026-03-30 dispatched", "2026-06-01 remanded until=2026-06-20")  # fmt: skip
    assert (again[0].on, again[-1].on) == (dt.date(2026, 6, 1), dt.date(2026, 6, 20))
    assert "责令重新答复的期限届满" in again[-1].why


def test_waiting_for_a_payment_is_told_where_it_is_only_left_out() -> None:
    lines = [
        "2026-04-01 received",
        "2026-04-09 fee_notice amount=100 notice_received_on=2026-04-10",
        "2026-04-15 fee_paid",
    ]
    settings = Settings.default().using({"fee.restart": False})
    found = clock(events(lines), dt.date(2026, 4, 20), Calendar.national(), settings)
    told = {step.on for step in found.steps if "等待缴费，不计算在内" in step.why}
    assert told == {dt.date(2026, 4, day) for day in (10, 13, 14, 15)}
    assert sum(step.counts for step in found.steps) == 20


def test_after_a_remand_the_account_begins_with_the_order() -> None:
    lines = [
        "2026-03-02 received",
        "2026-03-30 decided decision=withheld.deliberative",
        "2026-03-30 dispatched",
        "2026-06-01 remanded until=2026-06-30",
    ]
    found = clock(events(lines), dt.date(2026, 6, 2), Calendar.national(), Settings.default())
    assert found.steps[0].on == dt.date(2026, 6, 1)
    assert found.steps[0].why == "星期一，收到决定之日"


def test_every_first_day_says_why_and_by_which_article() -> None:
    """The words of the base: submission, receipt by channel, correction, payment."""

    def first(day: str, *lines: str) -> str:
        return steps(day, *lines)[0].why

    told = "，当日不计算在内（《中华人民共和国政府信息公开条例》第三十"
    assert first("2026-03-02", "2026-03-02 received").endswith(f"一，收到申请之日{told}一条）")
    assert first("2026-03-02", "2026-03-02 submitted channel=fax").endswith(
        f"，提交申请之日{told}一条第（三）项）"
    )
    assert first("2026-03-02", "2026-03-02 submitted channel=in_person").endswith(
        f"，收到申请之日{told}一条第（一）项）"
    )
    assert first("2026-03-02", "2026-03-02 received channel=internet").endswith(
        f"，收到申请之日{told}一条第（三）项）"
    )
    both = ("2026-03-02 submitted channel=registered_mail", "2026-03-02 submitted channel=plain_mail")
    assert [first("2026-03-02", one).split("第三十一条")[1] for one in both] == ["第（二）项）"] * 2
    corrected = first(
        "2026-03-12", "2026-03-02 received", "2026-03-09 correction_notice", "2026-03-12 corrected"
    )
    assert corrected == f"星期四，收到补正申请之日，期限重新起算{told}条）"
    paid = first("2026-03-12", "2026-03-02 received", "2026-03-09 fee_notice amount=1", "2026-03-12 fee_paid")
    assert paid.startswith("星期四，缴费完成之日，期限重新起算，当日不计算在内（《政府信息公开信息处理费")


def test_the_last_day_says_how_many_days_were_counted() -> None:
    found = steps("2026-03-10", "2026-03-02 received", "2026-03-10 extended days=5 approved_by=甲")
    assert "，答复期限25个工作日届满（" in found[-1].why
    waiting = steps("2026-03-12", "2026-03-02 received", "2026-03-09 correction_notice")
    assert waiting[0].why.startswith("星期一，收到申请之日，")
    assert waiting[-1].why.endswith("等待申请人补正，期限停止计算（《中华人民共和国政府信息公开条例》）")


def test_days_of_waiting_for_reasons_are_told_where_the_setting_leaves_them_out() -> None:
    lines = events(["2026-03-02 received", "2026-03-05 reasons_requested", "2026-03-09 reasons_given"])
    settings = Settings.default().using({"A10": True})
    found = clock(lines, dt.date(2026, 3, 10), Calendar.national(), settings)
    told = {step.on.day for step in found.steps if "等待申请人说明理由，不计算在内" in step.why}
    assert told == {6, 9}
