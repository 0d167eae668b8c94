"""Scans: recognised words and lines of the picture make the same grids as a text PDF."""

from __future__ import annotations

import importlib.util
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pypdfium2
import pytest

from gongkai.files.limits import Limits
from gongkai.report.reader import pdf, scan
from gongkai.report.reader.blocks import Grid
from gongkai.report.reader.pdf_lattice import lattices
from gongkai.report.reader.pdf_layout import arrange
from gongkai.values.errors import NeedsExtra, OverLimit, Refused

RULED = Path(__file__).parent / "fixtures" / "ruled.pdf"
have = [importlib.util.find_spec(name) is not None for name in ("rapidocr", "onnxruntime", "cv2")]
needs_extra = pytest.mark.skipif(not all(have), reason="没有安装识别组件 gongkai[ocr]")
DPI = 200.0


def drawn(index: int) -> Any:
    """A page of the fixture as a picture."""
    return pypdfium2.PdfDocument(RULED.read_bytes())[index].render(scale=DPI / 72).to_numpy()


def png(picture: Any) -> bytes:
    """A picture as the bytes of a file."""
    from PIL import Image

    out = BytesIO()
    Image.fromarray(picture[:, :, ::-1]).save(out, "PNG")
    return out.getvalue()


def words_of(index: int, likelihood: float) -> list[list[tuple[str, float, list[list[float]]]]]:
    """What a perfect recognition finds: every run of the page, neighbours on a line run together as they
    may be.
    """
    sheet = pdf.read_sheet(pypdfium2.PdfDocument(RULED.read_bytes()), index)
    k = DPI / 72
    out = []
    for run in sheet.runs:
        chars = zip(run.text, run.lefts, run.rights, strict=True)
        y0, y1 = run.y0 * k, run.y1 * k
        out.append(
            [(c, likelihood, [[a * k, y0], [b * k, y0], [b * k, y1], [a * k, y1]]) for c, a, b in chars]
        )
    return out


def recognising(monkeypatch: pytest.MonkeyPatch, words: Any) -> None:
    monkeypatch.setattr(scan, "_engine", lambda: lambda *_, **__: SimpleNamespace(word_results=words))


def grid_texts(items: list[Any]) -> list[list[list[tuple[str, int, int, int]]]]:
    found = [i for i in items if isinstance(i, Grid)]
    return [
        [[(c.text.replace(" ", ""), c.column, c.colspan, c.rowspan) for c in r] for r in g.rows]
        for g in found
    ]


@needs_extra
def test_a_picture_gives_the_grids_of_the_text_page(monkeypatch: pytest.MonkeyPatch) -> None:
    recognising(monkeypatch, words_of(1, 0.99))
    read = scan.blocks(png(drawn(1)))
    document = pypdfium2.PdfDocument(RULED.read_bytes())
    assert grid_texts(read.items) == grid_texts(arrange([pdf.read_sheet(document, 1)]))
    assert (read.format, read.pages, read.notes) == ("scan", 1, [])


@needs_extra
def test_words_run_together_over_a_rule_are_parted(monkeypatch: pytest.MonkeyPatch) -> None:
    words = words_of(1, 0.99)
    figures = [w for w in words if "".join(c for c, _, _ in w).isdecimal()]
    row = figures[:7]
    joined = [part for word in row for part in word]
    recognising(monkeypatch, [*[w for w in words if w not in row], joined])
    document = pypdfium2.PdfDocument(RULED.read_bytes())
    assert grid_texts(scan.blocks(png(drawn(1))).items) == grid_texts(arrange([pdf.read_sheet(document, 1)]))


@needs_extra
def test_unsure_figures_are_named_and_unsure_words_are_not(monkeypatch: pytest.MonkeyPatch) -> None:
    recognising(monkeypatch, words_of(1, 0.6))
    read = scan.blocks(png(drawn(1)))
    assert len(read.notes) > 50
    assert all(note.startswith("第 1 页第 ") and "把握不大" in note for note in read.notes)


@needs_extra
def test_real_recognition_reads_a_small_table() -> None:
    document = pypdfium2.PdfDocument(RULED.read_bytes())
    page = pdf.read_sheet(document, 1)
    table = lattices(page.across, page.down)[-1]
    top, foot = (round((table.ys[i] + shift) * DPI / 72) for i, shift in ((0, -9), (-1, 9)))
    items = arrange([scan.sheet(drawn(1)[top:foot], 1, DPI)])
    assert [c[0] for c in grid_texts(items)[-1][-1]] == [c[0] for c in grid_texts(arrange([page]))[-1][-1]]


@needs_extra
def test_a_blank_picture_has_no_items() -> None:
    assert scan.blocks(png(drawn(1)[2000:2100])).items == []


@needs_extra
def test_pictures_that_cannot_be_read_say_why() -> None:
    with pytest.raises(Refused) as refused:
        scan.blocks(b"\x89PNG\r\n\x1a\n" + b"\x00" * 50)
    assert refused.value.code == "picture_damaged"
    with pytest.raises(OverLimit) as over:
        scan.blocks(png(drawn(1)), Limits(pages=0))
    assert over.value.code == "too_many_pages"


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scan, "installed", lambda: False)
    with pytest.raises(NeedsExtra) as needs:
        scan.blocks(b"")
    assert needs.value.code == "needs_ocr"
    assert "gongkai[ocr]" in needs.value.message
