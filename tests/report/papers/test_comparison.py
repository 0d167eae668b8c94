"""Two reports as a paper: all that changed, prose side by side with what was moved and copied."""

from __future__ import annotations

from gongkai.report.compare import compare
from gongkai.report.papers.comparison import called, names_of, paper
from gongkai.report.papers.paper import Figure, Grid, Paper, Words
from tests.report.papers.found import OURS, of, two_years


def section(made: Paper, key: str) -> list[object]:
    """The parts of a section."""
    return list(next(s for s in made.sections if s.key == key).parts)


def grids(made: Paper, key: str) -> list[Grid]:
    """The tables of a section."""
    return [part for part in section(made, key) if isinstance(part, Grid)]


def test_years_of_one_organ_are_called_by_year_and_organs_of_one_year_by_name() -> None:
    assert names_of(of(year=2023), of(year=2024)) == ("2023年", "2024年")
    assert names_of(of("甲局"), of("乙局")) == ("甲局2024年", "乙局2024年")
    assert names_of(of(), of()) == ("甲：青禾县司法局2024年", "乙：青禾县司法局2024年")


def test_an_organ_that_was_not_read_is_called_by_its_file() -> None:
    assert called(of("", 2024, file="a.pdf")) == "a.pdf（2024年）"
    assert called(of("甲局", None)) == "甲局（年度不明）"


def test_only_what_changed_is_listed_with_its_change_and_share() -> None:
    (grid,) = grids(paper(two_years()), "cells")
    assert [[cell.text for cell in row][1:] for row in grid.rows] == [["3", "5", "+2", "+66.7%"]] * 2
    (words,) = [part for part in section(paper(two_years()), "cells") if isinstance(part, Words)]
    assert "2 格不同，198 格相同" in words.text


def test_what_cannot_be_reckoned_is_said_so() -> None:
    (grid,) = grids(paper(compare(of(year=2023, new="空"), of(new=0))), "cells")
    assert [[cell.text for cell in row][1:] for row in grid.rows] == [["空白", "0", "无从计算", "—"]] * 2


def test_prose_stands_side_by_side_with_moved_and_copied_sentences() -> None:
    rows = {
        row[1].text or row[2].text: row for grid in grids(paper(two_years()), "text") for row in grid.rows
    }
    kept = next(row for text, row in rows.items() if text.startswith("渔港"))
    changed = next(row for text, row in rows.items() if text.startswith("潮汐表"))
    assert "换了位置" in kept[0].text + changed[0].text
    assert kept[0].text.startswith("相同")
    assert changed[0].text.startswith("改写")
    assert [text for text, apart in changed[1].pieces if apart] == ["两"]
    assert [text for text, apart in changed[2].pieces if apart] == ["三"]
    alone = {row[0].text for row in rows.values() if not (row[1].text and row[2].text)}
    assert alone == {"仅左栏有", "仅右栏有"}


def test_a_sentence_in_another_chapter_is_told_from_where_to_where() -> None:
    there = of(text="", chapters={"5": {"text": OURS}})
    labels = [
        row[0].text for grid in grids(paper(compare(of(year=2023), there)), "text") for row in grid.rows
    ]
    assert any("移到“五、" in label for label in labels)


def test_charts_come_with_their_tables() -> None:
    drawn = [part for part in section(paper(two_years(), "x-"), "charts") if isinstance(part, Figure)]
    assert drawn
    assert all(figure.svg.startswith("<svg") and figure.table.rows for figure in drawn)


def test_findings_come_first() -> None:
    wrong = of(year=2023, tables={"applications": {"carried_forward": [1, 0, 0, 0, 0, 0, 1]}})
    made = paper(compare(wrong, of()))
    assert made.sections[0].key == "findings"
    assert "R701" in str(made.sections[0].parts[0])
    assert "没有发现问题" in str(paper(compare(of(year=2023), of(text=""))).sections[0].parts[0])
