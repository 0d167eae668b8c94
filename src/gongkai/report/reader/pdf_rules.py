"""The ruled lines of a PDF page, from its vector paths, also those inside nested forms.

A printer draws a border as a stroked line, as a thin filled bar, as the outline of a box, or as one path
with hundreds of pieces; fills without an outline (shading, highlights) are not rules.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field
from typing import Any

from pypdfium2 import raw as pdfium

from gongkai.report.reader.pdf_ink import Box, Rule

Matrix = tuple[float, float, float, float, float, float]

THICKEST = 3.5
"""Points; a bar thicker than this is an area."""

SHORTEST = 3.0
"""Points; a piece shorter than this bounds no cell."""

DEEPEST = 4
"""How many forms inside forms are followed."""

MOST_PATHS = 20_000
"""Paths looked at on one page: a drawn map has more, a table never."""


@dataclass(slots=True)
class Drawing:
    """Rules found so far, in the page's own coordinates (y upwards), with the count of paths and pictures'
    boxes.
    """

    across: list[Rule] = field(default_factory=list)
    down: list[Rule] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    paths: int = 0

    def add(self, x0: float, y0: float, x1: float, y1: float) -> bool:
        """Take a thin box as a rule; False where it is not thin."""
        width, height = x1 - x0, y1 - y0
        if height <= THICKEST and width > max(SHORTEST, 2 * height):
            self.across.append(Rule((y0 + y1) / 2, x0, x1))
            return True
        if width <= THICKEST and height > max(SHORTEST, 2 * width):
            self.down.append(Rule((x0 + x1) / 2, y0, y1))
            return True
        return width <= THICKEST and height <= THICKEST

    def add_line(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Take a straight stroke as a rule where it runs level or upright."""
        left, right = (x0, x1) if x0 <= x1 else (x1, x0)
        low, high = (y0, y1) if y0 <= y1 else (y1, y0)
        if min(right - left, high - low) <= 1.0:
            self.add(left, low, right, high)


def drawing(page: Any) -> Drawing:
    """Every rule and picture of a page handle, forms included."""
    out = Drawing()
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        _object(pdfium.FPDFPage_GetObject(page, index), None, None, 0, out)
    return out


def _object(item: Any, above: Matrix | None, clip: Box | None, depth: int, out: Drawing) -> None:
    kind = pdfium.FPDFPageObj_GetType(item)
    if kind == pdfium.FPDF_PAGEOBJ_PATH:
        out.paths += 1
        if out.paths <= MOST_PATHS:
            _path(item, above, clip, out)
    elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
        matrix = _times(_matrix(item), above)
        bounds = _clip(item, above)
        for index in range(pdfium.FPDFFormObj_CountObjects(item)):
            _object(pdfium.FPDFFormObj_GetObject(item, index), matrix, bounds or clip, depth + 1, out)
    elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
        box = _bounds(item, above)
        if box is not None and not out.add(*box):
            out.pictures.append(box)


def _matrix(item: Any) -> Matrix:
    m = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(item, m)
    return (m.a, m.b, m.c, m.d, m.e, m.f)


def _times(inner: Matrix, outer: Matrix | None) -> Matrix:
    """The matrix that applies ``inner`` first and then ``outer``."""
    if outer is None:
        return inner
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def _apply(m: Matrix, x: float, y: float) -> tuple[float, float]:
    return (m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5])


_LEFT, _LOW, _RIGHT, _HIGH = (ctypes.c_float() for _ in range(4))


def _bounds(item: Any, above: Matrix | None) -> Box | None:
    """Left, low, right, high of an object in the page's coordinates."""
    if not pdfium.FPDFPageObj_GetBounds(item, _LEFT, _LOW, _RIGHT, _HIGH):
        return None
    box = (_LEFT.value, _LOW.value, _RIGHT.value, _HIGH.value)
    return box if above is None else _moved(box, above)


def _moved(box: Box, m: Matrix) -> Box:
    x0, y0 = _apply(m, box[0], box[1])
    x1, y1 = _apply(m, box[2], box[3])
    return (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _clip(item: Any, above: Matrix | None) -> Box | None:
    """The box that a form's clip path leaves visible; None where it has none."""
    path = pdfium.FPDFPageObj_GetClipPath(item)
    if not path or pdfium.FPDFClipPath_CountPaths(path) < 1:
        return None
    xs, ys = [], []
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(pdfium.FPDFClipPath_CountPathSegments(path, 0)):
        segment = pdfium.FPDFClipPath_GetPathSegment(path, 0, index)
        if segment and pdfium.FPDFPathSegment_GetPoint(segment, x, y):
            xs.append(x.value)
            ys.append(y.value)
    if not xs:
        return None
    box = (min(xs), min(ys), max(xs), max(ys))
    return box if above is None else _moved(box, above)


def _path(item: Any, above: Matrix | None, clip: Box | None, out: Drawing) -> None:
    box = _bounds(item, above)
    if box is None:
        return
    if clip is not None:
        box = (max(box[0], clip[0]), max(box[1], clip[1]), min(box[2], clip[2]), min(box[3], clip[3]))
        if box[0] > box[2] or box[1] > box[3]:
            return
    if out.add(*box):
        return
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(item, fill, stroke)
    pieces = pdfium.FPDFPath_CountSegments(item)
    if stroke.value:
        _pieces(item, pieces, _times(_matrix(item), above), out, stroked=True)
    elif fill.value and pieces > 5:
        _pieces(item, pieces, _times(_matrix(item), above), out, stroked=False)


def _pieces(item: Any, count: int, matrix: Matrix, out: Drawing, *, stroked: bool) -> None:
    """Go along a path: a stroked one gives its straight pieces, a filled one the thin boxes of its parts."""
    x, y = ctypes.c_float(), ctypes.c_float()
    part: list[tuple[float, float]] = []
    for index in range(min(count, MOST_PATHS)):
        segment = pdfium.FPDFPath_GetPathSegment(item, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = _apply(matrix, x.value, y.value)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            _part(part, out, stroked=stroked)
            part = [point]
            continue
        if stroked and kind == pdfium.FPDF_SEGMENT_LINETO and part:
            out.add_line(*part[-1], *point)
        part.append(point)
        if stroked and pdfium.FPDFPathSegment_GetClose(segment):
            out.add_line(*point, *part[0])
    _part(part, out, stroked=stroked)


def _part(part: list[tuple[float, float]], out: Drawing, *, stroked: bool) -> None:
    if stroked or len(part) < 3:
        return
    xs, ys = [p[0] for p in part], [p[1] for p in part]
    out.add(min(xs), min(ys), max(xs), max(ys))
