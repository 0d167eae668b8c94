"""The characters of a PDF page as runs, in few calls: the whole text at once, one box a character.

Handled here: pages and texts turned by quarters, a crop box that does not start at 0, characters drawn
twice to look bold, the sign that stands for a hyphen at the end of a line, radicals in place of characters,
characters without code.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Callable
from typing import Any

from pypdfium2 import raw as pdfium

from gongkai.report.reader.pdf_ink import Box, Run, plain_ideograph

Turn = Callable[[float, float, float, float], Box]
"""From a box in the file's coordinates to left, top, right, bottom as printed."""

_RADICAL = re.compile("[\u2e80-\u2fdf\uf900-\ufaff]")
_HYPHEN = str.maketrans({"\ufffe": "-", "\x02": "-"})
_UNMAPPED = re.compile("[\x00\ufffd\ue000-\uf8ff]")
_NOT_PRINTED = re.compile("[\\s\x00-\x1f\u00a0\u00ad\u200b-\u200f\u2028-\u202e\u3000\ufeff]")
_SPACES = " \u00a0"
_BASIC = "\uffff"
_NO_WIDTH = "\u200b"
_WIDE = 0x2E80
_APART = 0.45
"""Em; a wider gap ends a run."""
_THINNEST = 0.1
"""Em; no blank is narrower, also where a line was pressed together."""
_HELD = 3.0
"""Em; the same where a blank that the file holds fills the gap."""
_SAMPLES = 24


def page_text(text_page: Any, count: int) -> str:
    """All characters of the page, one a position of pdfium's own index."""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(text_page, 0, count, buffer) - 1
    text = _by_unit(bytes(buffer)[: written * 2].decode("utf-16-le", "replace"))
    if written != count or len(text) != count or "\ufffd" in text:
        get = pdfium.FPDFText_GetUnicode
        codes = (get(text_page, i) for i in range(count))
        text = "".join(chr(c) if c < 0xD800 or 0xE000 <= c < 0x110000 else "\ufffd" for c in codes)
    text = text.translate(_HYPHEN)
    if _RADICAL.search(text):
        text = _RADICAL.sub(lambda m: plain_ideograph(m.group()), text)
    return text


def _by_unit(text: str) -> str:
    """pdfium counts a rare character (𬭩) as two; what is not printed keeps the second place."""
    if text.isascii() or max(text) <= _BASIC:
        return text
    return "".join(char if char <= _BASIC else char + _NO_WIDTH for char in text)


def quarter(page: Any, text_page: Any, text: str) -> int:
    """By how many quarters (counter-clockwise) the page's text runs; the page's own rotation where it has
    no text.

    pdfium gives a character's angle clockwise.
    """
    places = [i for i, char in enumerate(text) if not _NOT_PRINTED.match(char)]
    votes = [0, 0, 0, 0]
    for index in places[:: max(1, len(places) // _SAMPLES)]:
        angle = pdfium.FPDFText_GetCharAngle(text_page, index)
        votes[-round(angle / (math.pi / 2)) % 4] += 1
    best = max(range(4), key=lambda q: votes[q])
    if not places or votes[best] == 0:
        return int(pdfium.FPDFPage_GetRotation(page)) % 4
    return best


def turner(box: Box, quarters: int) -> tuple[Turn, float, float]:
    """How to bring boxes of a page with visible ``box`` (left, low, right, high) upright, and the size it
    then has.
    """
    left, low, right, high = box
    if quarters == 0:
        return lambda x0, y0, x1, y1: (x0 - left, high - y1, x1 - left, high - y0), right - left, high - low
    if quarters == 1:
        return lambda x0, y0, x1, y1: (y0 - low, x0 - left, y1 - low, x1 - left), high - low, right - left
    if quarters == 2:
        return lambda x0, y0, x1, y1: (right - x1, y0 - low, right - x0, y1 - low), right - left, high - low
    return lambda x0, y0, x1, y1: (high - y1, right - x1, high - y0, right - x0), high - low, right - left


class RunReader:
    """Goes once along the characters of a page and cuts them into runs."""

    def __init__(self, text_page: Any, text: str, turn: Turn, *, own: bool = False) -> None:
        """``own`` for a file that our own writer made: a blank that it holds is one in print."""
        self.handle, self.text, self.turn, self.own = text_page, text, turn, own
        self.runs: list[Run] = []
        self._box = pdfium.FS_RECTF()
        self._matrix = pdfium.FS_MATRIX()
        self._origin = (ctypes.c_double(), ctypes.c_double())
        self._ink = (ctypes.c_double(), ctypes.c_double(), ctypes.c_double(), ctypes.c_double())

    def read(self) -> list[Run]:
        """The runs in the order of the file."""
        blank = held = False
        run: Run | None = None
        skip = {m.start() for m in _NOT_PRINTED.finditer(self.text)}
        get, box, handle, turn = pdfium.FPDFText_GetLooseCharBox, self._box, self.handle, self.turn
        for index, char in enumerate(self.text):
            if index in skip:
                blank = True
                held = held or (char in _SPACES and self._in_file(index))
                continue
            get(handle, index, box)
            x0, y0, x1, y1 = turn(box.left, box.bottom, box.right, box.top)
            if run is None or not _goes_on(run, char, x0, y0, y1, _HELD if held else _APART):
                if run is not None and _drawn_twice(run, char, x0, y0):
                    continue
                run = self._begin(index, char, (x0, y0, x1, y1), run)
            else:
                if held or (blank and _spaced(run, char, x0) and (not self.own or _gap(run, x0))):
                    _put(run, " ", run.rights[-1], x0)
                _put(run, char, x0, x1)
                run.y0, run.y1 = min(run.y0, y0), max(run.y1, y1)
            blank = held = False
        return self.runs

    def _in_file(self, index: int) -> bool:
        """True for a blank of our own file that pdfium has not put there by itself."""
        return self.own and not pdfium.FPDFText_IsGenerated(self.handle, index)

    def _begin(self, index: int, char: str, box: Box, last: Run | None) -> Run:
        em, box = self._sound(index, char, box, last)
        x0, y0, x1, y1 = box
        run = Run(char, [x0], [x1], y0, y1, em)
        self.runs.append(run)
        return run

    def _sound(self, index: int, char: str, box: Box, last: Run | None) -> tuple[float, Box]:
        """The width of a full character, and the box, mended where pdfium gives a false one.

        Glyphs of drawn fonts inside a scaled form come without the form's scale: the text's matrix still
        has its place. Upright columns of characters come in boxes of unscaled size: the box of the ink is
        right.
        """
        matrix = self._matrix
        pdfium.FPDFText_GetMatrix(self.handle, index, matrix)
        em = pdfium.FPDFText_GetFontSize(self.handle, index) * math.hypot(matrix.a, matrix.b)
        if em <= 0.5:
            em = 0.8 * (box[3] - box[1]) or 1.0
        x, y = self._origin
        pdfium.FPDFText_GetCharOrigin(self.handle, index, x, y)
        _, oy, _, _ = self.turn(x.value, y.value, x.value, y.value)
        mx, my, _, _ = self.turn(matrix.e, matrix.f, matrix.e, matrix.f)
        if abs(oy - my) > 1.5 * em and self._ink_box(index) == box:
            if last is not None and abs(mx - last.lefts[0]) < 0.1 * em and abs(my - last.y1) < em:
                mx = last.rights[-1]  # not the first character of its text
            wide = em if ord(char) >= _WIDE else 0.5 * em
            return em, (mx, my - 0.85 * em, mx + wide, my + 0.15 * em)
        if box[3] - box[1] > 3 * em:
            return em, self._ink_box(index)
        return em, box

    def _ink_box(self, index: int) -> Box:
        """The box of a character's ink."""
        left, right, low, high = self._ink
        pdfium.FPDFText_GetCharBox(self.handle, index, left, right, low, high)
        # Both kinds of box are held in single precision, so that equal ones compare equal.
        return self.turn(*(ctypes.c_float(v.value).value for v in (left, low, right, high)))


def _put(run: Run, char: str, x0: float, x1: float) -> None:
    run.text += char
    run.lefts.append(x0)
    run.rights.append(x1)


def _goes_on(  # noqa: PLR0917  # a box and its character
    run: Run, char: str, x0: float, y0: float, y1: float, apart: float
) -> bool:
    """True where a character follows the run on its line without a gap wider than ``apart`` em."""
    if abs((y0 + y1) - (run.y0 + run.y1)) > 0.7 * run.em:
        return False
    gap = x0 - run.rights[-1]
    if gap > apart * run.em:
        return False
    if x0 > run.lefts[-1] + 0.25 * (run.rights[-1] - run.lefts[-1]):
        return True
    # A step back: an overlapping neighbour, unless the same character is drawn again to look bold.
    return char != run.text[-1] and x0 > run.lefts[-1] - 0.1 * run.em and gap > -0.9 * run.em


def _drawn_twice(run: Run, char: str, x0: float, y0: float) -> bool:
    near = 0.25 * run.em
    return char == run.text[-1] and abs(x0 - run.lefts[-1]) < near and abs(y0 - run.y0) < near


def _spaced(run: Run, char: str, x0: float) -> bool:
    """A space counts unless it only spreads full-width characters over a justified line."""
    both_wide = ord(char) >= _WIDE and ord(run.text[-1]) >= _WIDE
    return not both_wide


def _gap(run: Run, x0: float) -> bool:
    """True where there is room for a blank; pdfium tells of some where a sign only has thin ink."""
    return x0 - run.rights[-1] > _THINNEST * run.em


def without_doubles(runs: list[Run]) -> list[Run]:
    """Runs that were drawn a second time at the same place left out."""
    rows: dict[tuple[str, int], list[Run]] = {}
    out: list[Run] = []
    for run in runs:
        row = int(run.y0 / 4)
        near = (
            rows.get((run.text, row - 1), ()),
            rows.get((run.text, row), ()),
            rows.get((run.text, row + 1), ()),
        )
        if any(
            abs(r.lefts[0] - run.lefts[0]) < 1.2 and abs(r.y0 - run.y0) < 1.2 for group in near for r in group
        ):
            continue
        rows.setdefault((run.text, row), []).append(run)
        out.append(run)
    return out


def unmapped(text: str) -> int:
    """How many characters have no code that a reader could know."""
    return len(_UNMAPPED.findall(text))
