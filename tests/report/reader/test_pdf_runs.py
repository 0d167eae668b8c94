"""Characters become runs once, upright and with ordinary characters."""

from __future__ import annotations

import pytest

from gongkai.report.reader.blocks import Grid
from gongkai.report.reader.pdf import blocks
from gongkai.report.reader.pdf_runs import turner, unmapped, without_doubles
from tests.report.reader.test_pdf_lines import run


def test_quarters_bring_boxes_upright() -> None:
    page = (0, 0, 600, 800)
    assert turner(page, 0)[0](10, 20, 30, 40) == (10, 760, 30, 780)
    assert turner(page, 1)[0](10, 20, 30, 40) == (20, 10, 40, 30)
    assert turner(page, 2)[0](10, 20, 30, 40) == (570, 20, 590, 40)
    assert turner(page, 3)[0](10, 20, 30, 40) == (760, 570, 780, 590)
    assert turner(page, 1)[1:] == (800, 600)


def test_a_crop_box_moves_the_origin() -> None:
    assert turner((100, 50, 500, 750), 0)[0](100, 740, 110, 750) == (0, 0, 10, 10)


def test_a_run_drawn_again_at_its_place_goes_and_one_below_stays() -> None:
    twice = [run("12", 0, 0), run("12", 0.4, 0.3), run("12", 0, 20)]
    assert len(without_doubles(twice)) == 2


def test_characters_without_a_code_are_counted() -> None:
    assert unmapped("件\ue001\ufffd数") == 2


def test_a_rare_character_moves_no_other_from_its_place() -> None:
    """pdfium counts a character beyond the basic plane as two: the boxes after it must not slip."""
    typst = pytest.importorskip("typst")
    lines = '#set text(font: ("Noto Serif CJK SC", "Noto Sans CJK SC"))\n'
    page = "甲𬭩乙\n\n#table(columns: 2, [行政许可], [636], [行政处罚], [80])"
    made = typst.compile((lines + page).encode())
    grids = [item for item in blocks(made).items if isinstance(item, Grid)]
    assert [[c.text for c in row] for g in grids for row in g.rows] == [
        ["行政许可", "636"],
        ["行政处罚", "80"],
    ]
