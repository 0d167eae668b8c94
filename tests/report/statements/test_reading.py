"""Statements of invented prose against invented tables, and of the shared reports where they are present."""

from __future__ import annotations

import json
import os
import random
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from gongkai.report.document import Chapter, Statement, Table
from gongkai.report.statements.reading import read
from gongkai.report.statements.subjects import vocabulary
from gongkai.tables.form import Form, form

ROOT = Path(__file__).parents[3]
VECTORS = ROOT / "tests" / "vectors" / "statements"
SHARED = Path(os.environ.get("GONGKAI_SHARED", ROOT.parent / "shared"))
YEAR = 2024


def _cases(kind: str) -> list[Any]:
    cases = []
    for file in sorted(VECTORS.glob("*.toml")):
        data = tomllib.loads(file.read_text(encoding="utf-8"))
        cases += [pytest.param(case, id=f"{file.stem}: {case['name']}") for case in data.get(kind, ())]
    return cases


def _applications(short: Mapping[str, Any], official: Form) -> Table:
    """A table of applications from its totals: natural persons filed all of them unless a list of six (or
    seven, with the total) says otherwise.
    """
    table = official.table("applications")
    cells: dict[tuple[str, str], int | str | None] = {}
    for row in table.rows:
        told = short.get(row.key, 0)
        parts = told if isinstance(told, list) else [told, 0, 0, 0, 0, 0]
        for column, value in zip(table.columns, [*parts, sum(parts)][:7], strict=True):
            cells[(row.key, column.key)] = value
    return Table("applications", cells)


def tables_of(case: Mapping[str, Any], official: Form) -> dict[str, Table | None]:
    """The tables of a vector; every row that it does not name is 0, a table that it does not name is
    absent.
    """
    out: dict[str, Table | None] = {"proactive": None, "applications": None, "remedies": None}
    if "applications" in case:
        out["applications"] = _applications(case["applications"], official)
    if "remedies" in case:
        table = official.table("remedies")
        out["remedies"] = Table(
            "remedies",
            {
                (row.key, column.key): value
                for row in table.rows
                for column, value in zip(table.columns, case["remedies"].get(row.key, [0] * 5), strict=True)
            },
        )
    if "proactive" in case:
        cells: dict[tuple[str, str], int | str | None] = {}
        for row, told in case["proactive"].items():
            columns = official.table("proactive").columns_of(row)
            cells |= {
                (row, c): v for c, v in zip(columns, told if isinstance(told, list) else [told], strict=True)
            }
        out["proactive"] = Table("proactive", cells)
    return out


def _line(statement: Statement) -> str:
    line = f"{statement.subject} {statement.value} {statement.verdict}"
    return f"{line} {statement.expected}" if statement.verdict == "differs" else line


@pytest.mark.parametrize("case", _cases("case"))
def test_statements_of_a_vector(case: Mapping[str, Any]) -> None:
    """Each expected line is found, nothing else differs, and spans lead to what they say."""
    official = form(case.get("edition", "2021"))
    chapter = Chapter(case.get("chapter", 1), "", found=True, text=case["text"])
    found = read(
        [chapter], tables_of(case, official), official, case.get("year", YEAR), organ=case.get("organ")
    )
    lines = [_line(s) for s in found]
    wanted = list(case.get("expect", ()))
    assert not [w for w in wanted if w not in lines], (case.get("law"), lines)
    assert sorted(x for x in lines if " differs" in x) == sorted(x for x in wanted if " differs" in x), (
        case.get("law")
    )
    assert all(0 <= s.span[0] < s.span[1] <= len(case["text"]) for s in found)
    for name in case.get("never", ()):
        assert not any(line.startswith(name + " ") for line in lines), lines


def test_a_wrong_expectation_fails() -> None:
    """Control: a vector with the wrong verdict is caught."""
    case = {
        "text": "全年接到政府信息公开申请3件。",
        "applications": {"newly_received": 3},
        "expect": ["applications.received 3 differs 4"],
    }
    with pytest.raises(AssertionError):
        test_statements_of_a_vector(case)


def test_vectors_are_as_many_quiet_as_firing() -> None:
    """At least 150 vectors, and no fewer that must stay quiet than that must fire."""
    cases = [p.values[0] for p in _cases("case")]
    firing = [c for c in cases if any(" differs" in line for line in c.get("expect", ()))]
    assert len(cases) + len(_cases("figure")) >= 150
    assert 0 < len(firing) <= len(cases) - len(firing)


def test_every_subject_is_in_the_vocabulary() -> None:
    """What read gives is what ``gongkai schema`` prints."""
    names = {s.name for s in vocabulary()}
    for case in (p.values[0] for p in _cases("case")):
        chapter = Chapter(case.get("chapter", 1), "", found=True, text=case["text"])
        official = form("2021")
        assert {s.subject for s in read([chapter], tables_of(case, official), official, YEAR)} <= names


def test_sentences_broken_anywhere_read_the_same() -> None:
    """A line break or a space between any two characters that are no digits changes no statement."""
    text = "2024年，一年中接收、办理政府信息公开申请12件，予以公开3件，无法提供9件，均按时办结。"
    official = form("2021")
    tables = tables_of(
        {
            "applications": {
                "newly_received": 12,
                "disclosed": 3,
                "unavailable.not_held": 9,
                "total_outcomes": 12,
            }
        },
        official,
    )
    plain = [_line(s) for s in read([Chapter(1, "", True, text)], tables, official, YEAR)]
    for at in range(1, len(text)):
        if text[at - 1].isdigit() and text[at].isdigit():
            continue
        for gap in ("\n", " ", "\n\n"):
            broken = text[:at] + gap + text[at:]
            found = read([Chapter(1, "", True, broken)], tables, official, YEAR)
            assert [_line(s) for s in found] == plain, broken


def test_odd_text_never_raises() -> None:
    """Cut and shuffled pieces of vectors read without an error, spans inside the text."""
    rng = random.Random(20)
    texts = "".join(p.values[0]["text"] for p in _cases("case"))
    official = form("2021")
    for _ in range(300):
        pieces = [texts[at : at + rng.randint(1, 40)] for at in rng.choices(range(len(texts)), k=8)]
        text = "".join(
            piece + rng.choice(["", " ", "\n", "百分之", "十", "（", "《", "1", ",", "０"])
            for piece in pieces
        )
        for found in read([Chapter(rng.randint(1, 6), "", True, text)], {}, official, None):
            assert 0 <= found.span[0] < found.span[1] <= len(text), text


# ---------------------------------------------------------------- the shared reports, where they are present
_TITLES = (
    "总体情况",
    "主动公开政府信息情况",
    "收到和处理政府信息公开申请情况",
    "政府信息公开行政复议",
    "存在的?[主要]*问题",
    "其他需要报告的?事项",
)
_BODY = re.compile(r"第二十条|信息内容|本列数据|行政复议\s|申请人情况|\|")
_KEYS = ("proactive", "applications", "remedies")


def _chapters(text: str) -> list[Chapter]:
    """A rough cut into six chapters by their titles; tables of chapters two to four are left out."""
    marks, at = [], 0
    for number, title in enumerate(_TITLES, start=1):
        found = re.compile(
            f"{'一二三四五六'[number - 1]}、\\s?(?:因|政府信息公开工作)?(?:{title})[^\\n。（(]{{0,14}}"
        ).search(text, at)
        if found:
            marks.append((number, found.end()))
            at = found.end()
    out = []
    for index, (number, start) in enumerate(marks):
        end = marks[index + 1][1] if index + 1 < len(marks) else len(text)
        body = text[start:end]
        out.append(Chapter(number, "", True, _BODY.split(body)[0] if number in {2, 3, 4} else body))
    return out


def _tables(expected: Mapping[str, Any], official: Form) -> dict[str, Table | None]:
    out: dict[str, Table | None] = {}
    for key, name in zip(_KEYS, ("table1", "table2", "table3"), strict=True):
        told = expected.get(name)
        out[key] = None
        if not told:
            continue
        cells: dict[tuple[str, str], int | str | None] = {}
        rows = [r.key for r in official.table(key).rows]
        if key == "proactive":
            rows = [r for r in rows if r not in {"other_service", "procurement"}]
            told = {k: v for k, v in told.items() if not k.startswith(("_", "其他", "政府"))}
        for row, value in zip(rows, told.values(), strict=False):
            columns = official.table(key).columns_of(row)
            if key == "proactive" and not isinstance(value, list):
                columns = tuple(c for c in columns if c in {"decisions", "amount"})
            cells |= dict(
                zip([(row, c) for c in columns], value if isinstance(value, list) else [value], strict=False)
            )
        out[key] = Table(key, cells)
    return out


def _shared(name: str) -> tuple[Statement, ...]:
    folder = SHARED / "reports" / name
    if not folder.exists():
        pytest.skip(f"the shared reports are not here: {folder}")
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    official = form(expected.get("format", "2021"))
    if name.startswith("seed"):
        source = next((SHARED / "seeds").glob(f"{name[-3:]}_*.txt")).read_text(encoding="utf-8")
        year = YEAR
    else:
        path = next(p for p in sorted(folder.glob("source.*")))
        source = (
            re.sub(r"<[^>]+>", "\n", path.read_text(encoding="utf-8"))
            if path.suffix == ".html"
            else path.read_text("utf-8")
        )
        year = json.loads((folder / "meta.json").read_text(encoding="utf-8")).get("year")
    return read(_chapters(source), _tables(expected, official), official, year)


@pytest.mark.parametrize(
    ("name", "differing"),
    [
        ("seed-000", {("applications.received", 2, 0)}),
        ("seed-001", set()),
        ("seed-002", set()),
        ("seed-003", set()),
        (
            "007",
            {
                ("applications.disclosed_or_partly", 258, 275),
                ("applications.unavailable", 265, 337),
                ("applications.answered", 805, 716),
                ("reconsideration.upheld", 7, 5),
                ("litigation.upheld", 9, 8),
                ("share", "33.9", "32.0"),
            },
        ),
        ("009", set()),
        ("010", set()),
        ("011", set()),
        ("013", {("published.total", 2599, 2533)}),
        ("014", {("published.total", 2602, 2603)}),
        ("018", set()),
        ("021", set()),
        ("024", set()),
        ("101", set()),
        ("103", set()),
        ("106", set()),
        ("112", set()),
    ],
)
def test_the_shared_reports_differ_where_they_do(name: str, differing: set[tuple[str, Any, Any]]) -> None:
    """Every certain contradiction of prose and tables is found, and nothing else."""
    found = _shared(name)
    assert {(s.subject, s.value, s.expected) for s in found if s.verdict == "differs"} == differing


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        (
            "seed-000",
            {
                "licence.published 144 agrees",
                "applications.received 2 differs 0",
                "applications.carried_forward 0 agrees",
                "fee.charged 0 agrees",
            },
        ),
        ("seed-001", {"published.total 33 agrees", "applications.received 0 agrees", "fee.charged 0 agrees"}),
        (
            "seed-002",
            {
                "applications.received 0 agrees",
                "channel.newmedia.posts 1000 agrees",
                "fee.charged 0 agrees",
                "legal_aid.cases 1213 not_disclosure",
                "other_business 1138 not_disclosure",
                "reconsideration_business.documents 102 not_disclosure",
            },
        ),
        ("seed-003", {"reconsideration.total 0 agrees", "litigation.total 0 agrees", "fee.charged 0 agrees"}),
    ],
)
def test_the_seeds_say_what_can_be_checked(name: str, wanted: set[str]) -> None:
    """The twelve checkable statements of the seeds, and their traps."""
    assert wanted <= {_line(s) for s in _shared(name)}
