"""Ruled lines in a picture: long dark strokes, level or upright, found by opening with a long thin brush."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import Any

from gongkai.report.reader.pdf_ink import Box, Rule

LONG_ACROSS = 0.2
"""Inch; a level stroke shorter than this is part of a character."""

LONG_DOWN = 0.14
"""Inch; an upright stroke shorter than this is part of a character."""

_STEEPEST = 6.0
"""Degrees; a page lies askew by less than this."""


def binary(picture: Any) -> Any:
    """Ink as 255 on 0, also where the paper is shaded; ``picture`` is height × width (× 3), 8 bit."""
    import cv2  # noqa: PLC0415 - comes with the optional recognition

    grey = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY) if picture.ndim == 3 else picture
    return cv2.adaptiveThreshold(255 - grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY, 31, -12)


def straight(picture: Any) -> Any:
    """The picture turned so that its long lines lie level; as it is where it has none or lies straight."""
    import cv2  # noqa: PLC0415
    import numpy as np  # noqa: PLC0415

    height, width = picture.shape[:2]
    lines = cv2.HoughLinesP(binary(picture), 1, np.pi / 1800, 200, minLineLength=width // 5, maxLineGap=8)
    if lines is None:
        return picture
    x0, y0, x1, y1 = (lines.reshape(-1, 4)[:, i].astype(float) for i in range(4))
    angles = np.degrees(np.arctan2(y1 - y0, x1 - x0))
    level = angles[np.abs(angles) < _STEEPEST]
    if level.size < 3 or abs(float(np.median(level))) < 0.08:
        return picture
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), float(np.median(level)), 1.0)
    return cv2.warpAffine(
        picture, turn, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    )


def rules(picture: Any, dpi: float) -> tuple[list[Rule], list[Rule]]:
    """Level and upright rules in points from the top left corner."""
    import cv2  # noqa: PLC0415

    ink = binary(picture)
    scale = 72 / dpi
    across = _strokes(ink, (max(12, round(LONG_ACROSS * dpi)), 1), cv2)
    down = _strokes(ink, (1, max(9, round(LONG_DOWN * dpi))), cv2)
    return (
        [Rule((y + h / 2) * scale, x * scale, (x + w) * scale) for x, y, w, h in across if h < w / 3],
        [Rule((x + w / 2) * scale, y * scale, (y + h) * scale) for x, y, w, h in down if w < h / 3],
    )


def _strokes(ink: Any, brush: tuple[int, int], cv2: Any) -> list[tuple[int, int, int, int]]:
    """Boxes (left, top, width, height in pixels) of what a brush of that size can paint inside the ink."""
    bridge = (5, 1) if brush[0] > 1 else (1, 5)
    closed = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, cv2.getStructuringElement(cv2.MORPH_RECT, bridge))
    opened = cv2.morphologyEx(closed, cv2.MORPH_OPEN, cv2.getStructuringElement(cv2.MORPH_RECT, brush))
    count, _, boxes, _ = cv2.connectedComponentsWithStats(opened, connectivity=8)
    return [(int(b[0]), int(b[1]), int(b[2]), int(b[3])) for b in boxes[1:count]]


def without_strokes(across: list[Rule], down: list[Rule], boxes: list[Box]) -> tuple[list[Rule], list[Rule]]:
    """Level and upright rules without those that lie wholly inside the box of a recognised character."""
    upright = sorted((x0, x1, y0, y1) for x0, y0, x1, y1 in boxes)
    level = sorted((y0, y1, x0, x1) for x0, y0, x1, y1 in boxes)
    return _outside(across, level), _outside(down, upright)


def _outside(found: list[Rule], boxes: list[Box]) -> list[Rule]:
    """Rules not inside any box, given as extent across the rule and extent along it, sorted."""
    starts = [box[0] for box in boxes]
    widest = max((box[1] - box[0] for box in boxes), default=0.0)
    out = []
    for rule in found:
        near = boxes[bisect_left(starts, rule.at - widest - 1) : bisect_right(starts, rule.at + 1)]
        if not any(_inside(rule, box) for box in near):
            out.append(rule)
    return out


def _inside(rule: Rule, box: Box) -> bool:
    across0, across1, along0, along1 = box
    slack = 0.25 * (along1 - along0)
    return (
        across0 - 1 <= rule.at <= across1 + 1 and rule.low >= along0 - slack and rule.high <= along1 + slack
    )
