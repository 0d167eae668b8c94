"""From bytes to the page: the sample's errors are found, marked in table and source, and every link leads somewhere."""

from __future__ import annotations

import json

import pytest

from gongkai.files.limits import Limits
from gongkai.report.samples.shelf import samples
from gongkai.tables.form import form
from gongkai.web.portal.answer import Answer
from gongkai.web.portal.examine import examine
from gongkai.web.portal.original import shown_ids

ROWS = ("newly_received", "disclosed", "total_outcomes")


def wrong_cells(answer: Answer) -> set[str]:
    """Ids of cells marked as errors."""
    return {
        cell.id for part in answer.parts for sheet in part.sheets for row in sheet.body for cell in row
        if cell.state == "error"
    }  # fmt: skip


def links(answer: Answer) -> set[str]:
    """Every id that something on the page leads to."""
    out: set[str] = set()
    for part in answer.parts:
        cells = [cell for sheet in part.sheets for row in sheet.body for cell in row]
        out |= {c.source for c in cells} | {c.finding for c in cells}
        out |= {f.cell for f in part.findings} | {f.source for f in part.findings}
        out |= {s.cell for s in part.statements} | {s.source for s in part.statements}
    for block in answer.source:
        out |= {p.href for p in block.pieces} | {c.href for row in block.rows for c in row}
        out |= {p.href for row in block.rows for c in row for p in c.pieces}
    return out - {""}


def ids(answer: Answer) -> list[str]:
    """Every id of the page's parts."""
    out = list(shown_ids(answer.source))
    for part in answer.parts:
        out += [c.id for sheet in part.sheets for row in sheet.body for c in row if c.id]
        out += [f"{part.id}-{sheet.key}" for sheet in part.sheets]
        out += [f.id for f in part.findings] + [s.id for s in part.statements]
    return out


def test_the_totals_left_at_zero_are_marked(yunzhou: Answer) -> None:
    named = {row.replace("_", "-") for row in ROWS}
    assert {f"part1-applications-{row}-total" for row in named} <= wrong_cells(yunzhou)


def test_the_wrong_cells_are_marked_in_the_source_too(yunzhou: Answer) -> None:
    marked = [c for b in yunzhou.source for row in b.rows for c in row if c.level == "error"]
    runs = [p for b in yunzhou.source for p in b.pieces if p.level == "error"]
    assert len(marked) + len(runs) >= len(ROWS)


@pytest.mark.parametrize("key", [s.key for s in samples()])
def test_every_link_leads_somewhere_and_every_id_is_unique(key: str) -> None:
    one = next(s for s in samples() if s.key == key)
    answer = examine(one.file, one.data(), Limits())
    known = ids(answer)
    assert links(answer) <= set(known)
    assert len(known) == len(set(known))


@pytest.mark.parametrize("key", [s.key for s in samples()])
def test_samples_are_read_whole(key: str) -> None:
    one = next(s for s in samples() if s.key == key)
    answer = examine(one.file, one.data(), Limits())
    assert len(answer.parts) == 1
    report = json.loads(answer.exchange)
    assert report["organ"] == one.title.removesuffix("（示例）")
    assert report["year"] == 2024
    assert all(chapter["found"] for chapter in report["chapters"])
    for table in form("2021").tables:
        read = report["tables"][table.key]
        for _, row, column in table.paths():
            assert read[row][column] is not None


def test_only_the_first_sample_has_wrong_totals() -> None:
    for one in samples()[1:]:
        assert wrong_cells(examine(one.file, one.data(), Limits())) == set()
