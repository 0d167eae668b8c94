"""Ruled lines in a picture; skipped where recognition's libraries are not installed."""

from __future__ import annotations

import pytest

from gongkai.report.reader.pdf_ink import Rule
from gongkai.report.reader.pdf_lattice import lattices
from gongkai.report.reader.scan_rules import rules, straight, without_strokes

needs_cv2 = pytest.mark.skipif(
    __import__("importlib.util").util.find_spec("cv2") is None, reason="没有安装识别组件 gongkai[ocr]"
)


@needs_cv2
@pytest.mark.parametrize("askew", [0.0, 1.2, -2.0])
def test_lines_of_a_scan_make_a_table_also_askew(askew: float) -> None:
    import cv2
    import numpy as np

    picture = np.full((1200, 900, 3), 235, np.uint8)
    for y in range(300, 601, 60):
        cv2.line(picture, (100, y), (800, y), (40, 40, 40), 2)
    for x in (100, 400, 600, 800):
        cv2.line(picture, (x, 300), (x, 600), (40, 40, 40), 2)
    turn = cv2.getRotationMatrix2D((450, 600), askew, 1.0)
    picture = cv2.warpAffine(picture, turn, (900, 1200), borderMode=cv2.BORDER_REPLICATE)
    found = lattices(*rules(straight(picture), 200.0))
    assert [(t.rows, t.columns) for t in found] == [(5, 3)]


def test_strokes_of_characters_are_no_rules() -> None:
    kept = without_strokes(
        [Rule(50, 0, 100), Rule(15, 11, 19)], [Rule(15, 11, 19), Rule(15, 0, 40)], [(10, 10, 20, 20)]
    )
    assert kept == ([Rule(50, 0, 100)], [Rule(15, 0, 40)])
