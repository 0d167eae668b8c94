"""Each ready-made question answers rightly on a tiny corpus whose rows are written by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from gongkai.corpus.asking import ask
from gongkai.corpus.columns import TABLES
from gongkai.corpus.questions.registry import question, questions
from gongkai.corpus.rows import failure_rows
from gongkai.corpus.shards import Shard
from gongkai.corpus.store import Store
from gongkai.values.errors import Refused

Hand = dict[str, Any]


def report(  # noqa: PLR0917  # a table of cases reads better without names
    file: str, organ: str, year: int, dated: str, cells: Hand, marks: list[int], code: str
) -> Hand:
    """Rows of a report: totals of the applications by row key, clauses of 60 characters, one error."""
    rows = failure_rows(file, "", "")
    known = {
        "organ": organ,
        "year": year,
        "edition": "2021",
        "dated_on": dated,
        "deadline": f"{year + 1}-01-31",
    }
    rows["part"] = 1
    rows["reports"] = {name: [known.get(name)] for name in TABLES["reports"]}
    rows["cells"] = {
        "table_key": ["applications"] * len(cells),
        "row_key": list(cells),
        "column_key": ["total"] * len(cells),
        "kind": ["text" if isinstance(value, str) else "number" for value in cells.values()],
        "number": [None if isinstance(value, str) else value for value in cells.values()],
        "text": [value if isinstance(value, str) else None for value in cells.values()],
        "flagged": [False] * len(cells),
    }
    found = {"code": [code], "severity": ["error"]}
    rows["findings"] = {name: found.get(name, [None]) for name in TABLES["findings"]}
    rows["clauses"] = {"chapter": [1] * len(marks), "fingerprint": marks, "length": [60] * len(marks)}
    return rows


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """Two bureaus, two years, a second copy of one report, and a file that could not be read."""
    a24 = {"newly_received": 10, "withheld.third_party": 1, "total_outcomes": 10}
    a25 = {"newly_received": 15, "withheld.third_party": 3, "total_outcomes": 15}
    b25 = {"newly_received": "/", "withheld.third_party": 1, "total_outcomes": 5}
    rows = [
        report("a24.html", "甲局", 2024, "2025-01-31", a24, [1, 2, 3], "R101"),
        report("a25.html", "甲局", 2025, "2026-02-02", a25, [4, 5, 6], "R302"),
        report("a25copy.html", "甲局", 2025, "2026-03-02", a25, [4, 5, 6], "R302"),
        report("b25.html", "乙局", 2025, "2026-01-05", b25, [5, 6, 7], "R303"),
        failure_rows("z.pdf", "damaged", "文件已损坏。"),
    ]
    store = Store(tmp_path_factory.mktemp("store"))
    store.plan([Shard("1" * 32, "", tuple(row["file"] for row in rows))])
    store.write("1" * 32, rows)
    return store


ANSWERS: dict[str, list[tuple[Any, ...]]] = {
    "late": [("甲局", 2025, "2026-01-31", "2026-02-02", 2, "a25.html")],
    "unbalanced": [("乙局", 2025, 1, "R303", "b25.html"), ("甲局", 2025, 1, "R302", "a25.html")],
    "growth": [("甲局", 2025, 10, 15, 5, 50.0, "a25.html")],
    "copied": [(2025, "乙局", 2025, "甲局", 120, 66.7, "b25.html", "a25.html")],
    "unreadable": [("z.pdf", "damaged", "文件已损坏。")],
}


@pytest.mark.parametrize("name", ANSWERS)
def test_the_answer_is_right(store: Store, name: str) -> None:
    rows = ask(store, question(name).sql).rows
    plain = [tuple(v if isinstance(v, int | float | str) else str(v) for v in row) for row in rows]
    assert sorted(plain, key=str) == sorted(ANSWERS[name], key=str)


def test_refusals_by_ground(store: Store) -> None:
    rows = ask(store, question("refusals").sql).rows
    assert [(r[0], r[1], *r[3:]) for r in rows] == [
        (2025, "withheld.third_party", 4, 20, 20.0, 2),
        (2024, "withheld.third_party", 1, 10, 10.0, 1),
    ]
    assert all(row[2] for row in rows)


@pytest.mark.parametrize("name", sorted(questions()))
def test_every_column_has_its_heading(store: Store, name: str) -> None:
    one = question(name)
    assert ask(store, one.sql).columns == tuple(one.headings)
    assert one.title
    assert one.tells.endswith("。")


def test_an_unknown_question_is_refused_with_the_names_that_there_are() -> None:
    with pytest.raises(Refused, match="late"):
        question("nothing")


def test_a_query_reaches_the_store_and_nothing_else(store: Store, tmp_path: Path) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text("a\n1\n", encoding="utf-8")
    for sql in (f"SELECT * FROM read_csv('{secret}')", f"COPY (SELECT 1) TO '{tmp_path}/out.csv'", "SELEC 1"):
        with pytest.raises(Refused, match="无法执行"):
            ask(store, sql)
