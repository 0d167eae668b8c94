"""Every ending: the application comes in, is decided, answered by letter, fetched and read; strangers see nothing of it.

Played by the citizen, the clerk, the three who approve, the one who reviews for secrets, and strangers. At the end the
ledger is folded by another program: each case stands in its row of the official table, once.
"""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

import pytest
from playwright.sync_api import Browser, expect

from gongkai.statute.decisions import decision
from gongkai.tables.form import form
from tests.browser.walk_desk import STRANGER
from tests.browser.walk_reply import (
    REQUEST,
    Ending,
    arrived,
    downloaded,
    drafted,
    endings,
    numbered,
    posted,
    proposed,
    reviewed,
    sealed_and_sent,
    text_of,
)
from tests.browser.walking import APPLICANT, Case, Walks, clerk_sees, queried, today, walking

FORM = form("2021").table("applications")
FIRST, DIRECT, NONE = "先向临溪县人民政府或者云州市司法局申请行政复议", "或者自收到", "行政复议"
"""What a letter says of the remedies: reconsideration first; a suit at once; anything at all."""
WAYS = {"either": (False, True), "first": (True, False), "split": (True, True), "none": (False, False)}
"""Whether a letter says that reconsideration comes first, and whether it offers a suit at once (P14)."""
WRONG = "AAAA-AAAA-AAAA-AAAA"


@pytest.fixture(scope="module")
def walks(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walks]:
    """The bureaus, and everybody's windows."""
    with walking(chromium, tmp_path_factory) as one:
        yield one


@pytest.fixture(scope="module")
def ended() -> dict[str, str]:
    """The rows that were walked to the end, each with the number of its case."""
    return {}


def wrong_in(text: str, one: Ending, number: str, case: Case) -> list[str]:
    """What a letter lacks, or says and should not."""
    must = [number, APPLICANT, case.number, REQUEST, one.row, *one.says]
    lacking = [words for words in must if words not in text]
    told = (FIRST in text, DIRECT in text)
    if told != WAYS[one.way] or (NONE in text) is (one.way == "none"):
        lacking.append(f"remedies: {told}")
    return lacking


def refused(walks: Walks, case: Case, letter: UUID) -> None:
    """Somebody with a wrong code, without a session, or of another bureau: nothing of the case."""
    page = queried(walks, case, WRONG)
    expect(page.get_by_role("alert").first).to_contain_text("登记号或者查询码不对")
    assert REQUEST not in page.content()
    places = (case.page, f"/office/letters/{letter}/", f"/office/replies/{letter}/")
    page.goto(case.page)
    assert page.url.startswith(f"{walks.address}/office/sign-in/")
    for place in places:
        other = walks.page(STRANGER)
        answer = other.goto(place)
        assert answer is not None
        assert answer.status == 404
        assert REQUEST not in other.content()
        assert APPLICANT not in other.content()


def fetched(walks: Walks, one: Ending, case: Case, number: str) -> str:
    """The words of the reply as the citizen gets it; by post he is told so."""
    page = queried(walks, case)
    expect(page.locator(".stage")).to_have_text("已经结束" if not one.answers else "已经答复")
    expect(page.locator("#letters + ul")).to_contain_text(number)
    walks.look(page, "citizen-ended")
    if one.paper:
        expect(page.locator("#letters + ul")).to_contain_text("以纸质发出")
        return ""
    words = text_of("pdf", downloaded(page, "下载"))
    if one.enclosed:
        expect(page.locator("#letters + ul")).to_contain_text(one.enclosed)
    return words


@pytest.mark.parametrize("one", endings(), ids=str)
def test_walked_to_the_end(walks: Walks, ended: dict[str, str], one: Ending) -> None:
    case = arrived(walks, one)
    if one.answers:
        page = proposed(walks, case, one, decision(one.decision).title)
        expect(page.locator(".panel-proposals")).to_contain_text(FORM.row(one.row).label)
    letter = drafted(walks, case, one)
    reviewed(walks, letter, one.enclosed)
    number = numbered(walks, letter)
    if one.answers:
        assert clerk_sees(walks, case).strict, "decided, not sent: the period runs on"
    files = sealed_and_sent(walks, letter, one.paper)
    for name, data in files.items():
        assert wrong_in(text_of(name, data), one, number, case) == [], name
    refused(walks, case, letter)
    words = fetched(walks, one, case, number)
    if one.paper:
        posted(walks, letter)
    else:
        assert wrong_in(words, one, number, case) == []
    page = walks.page("handler")
    page.goto(case.page)
    expect(page.locator(".panel-clock .due")).to_contain_text("已经办结。")
    if one.answers:
        expect(page.locator(".panel-clock .due")).to_contain_text("在期限内。")
        expect(page.locator(".timeline")).to_contain_text("答复送达")
    walks.look(page, "case-ended")
    ended[one.row] = case.number


def unwalked(ended: dict[str, str], table: dict[str, list[str]]) -> list[str]:
    """The rows of the official table in which not exactly the case that was walked there stands."""
    return [row for row in FORM.outcomes if table.get(row) != [ended.get(row)]]


def test_each_case_stands_in_its_row_once(walks: Walks, ended: dict[str, str]) -> None:
    table = walks.told("walk_desk", str(today().year))
    assert isinstance(table, dict)
    assert unwalked(ended, table) == []
    assert len(ended) == len(FORM.outcomes) == 21


def test_every_row_has_its_walk() -> None:
    assert [one.row for one in endings()] == list(FORM.outcomes)
    assert {decision(one.decision).row for one in endings()} == set(FORM.outcomes)


def test_control_a_row_that_was_not_walked_is_told() -> None:
    rows = {row: str(place) for place, row in enumerate(FORM.outcomes)}
    table = {row: [number] for row, number in rows.items()}
    assert unwalked(rows, table) == []
    first, second, *_ = rows
    assert unwalked({row: number for row, number in rows.items() if row != first}, table) == [first]
    assert unwalked(rows, table | {second: [rows[second], rows[second]]}) == [second]
    assert unwalked(rows, table | {first: [rows[second]], second: [rows[first]]}) == [first, second]


def test_control_a_letter_of_another_way_is_told() -> None:
    one, case = endings()[2], Case("2026-0001", "")
    text = f"临司公开答〔2026〕1号{APPLICANT}2026-0001{REQUEST}{one.row}{''.join(one.says)}{FIRST}"
    assert wrong_in(text, one, "临司公开答〔2026〕1号", case) == []
    assert wrong_in(text + DIRECT, one, "临司公开答〔2026〕1号", case) == ["remedies: (True, True)"]
    assert wrong_in(text, one, "临司公开答〔2026〕2号", case) == ["临司公开答〔2026〕2号"]
