"""Every letter and form as PDF: it says what the paper says and stands where GB/T 9704-2012 wants it."""

from __future__ import annotations

import io
from functools import cache
from itertools import pairwise

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from gongkai.letters import pdf
from gongkai.letters.document import document
from gongkai.letters.paper import parts
from gongkai.values.errors import Refused
from tests.letters.letter_cases import Case, case, cases

MM = 72 / 25.4
PAGE = 297 * MM
EVERY = pytest.mark.parametrize("one", cases(), ids=str)


@cache
def made(one: str) -> bytes:
    """The PDF of a case."""
    return pdf.write(next(c for c in cases() if str(c) == one).paper())


def text(data: bytes) -> str:
    """All of its text without spaces and breaks."""
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data)]
    return "".join("".join(pages).replace("\x02", "").split())


def strokes(data: bytes, number: int = 0) -> list[tuple[float, float, float, float]]:
    """Red strokes of a page: left, right and height of their middle from the foot, and their weight, in mm."""
    out = []
    for thing in pypdfium2.PdfDocument(data)[number].get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH]):
        red, green, blue, alpha = (pdfium.c_uint() for _ in range(4))  # type: ignore[attr-defined]
        pdfium.FPDFPageObj_GetStrokeColor(thing.raw, red, green, blue, alpha)
        weight = pdfium.c_float()  # type: ignore[attr-defined]
        pdfium.FPDFPageObj_GetStrokeWidth(thing.raw, weight)
        left, bottom, right, top = thing.get_bounds()
        if red.value > 200 and green.value < 50:
            # pdfium counts the weight of a stroke to its ends, too.
            ends = (left + weight.value) / MM, (right - weight.value) / MM
            out.append((*ends, (bottom + top) / 2 / MM, weight.value))
    return sorted(out, key=lambda stroke: -stroke[2])


@EVERY
def test_the_text_is_that_of_the_paper(one: Case) -> None:
    found = text(made(str(one)))
    for place, said in parts(one.paper()):
        if place in ("文书编号", "用印"):
            continue
        for line in said.split("\n"):
            # A long cell or paragraph may be parted by the foot of a page and its number.
            squeezed = "".join(line.split())
            assert squeezed in found or squeezed[:12] in found, (place, line)


@EVERY
def test_tagged_titled_and_of_both_standards(one: Case) -> None:
    with pikepdf.open(io.BytesIO(made(str(one)))) as file:
        assert file.Root.MarkInfo.Marked
        assert str(file.Root.Lang).startswith("zh")
        xmp = file.open_metadata()
        assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"], xmp["pdfuaid:part"]) == ("2", "A", "1")
        assert document(one.id).title in str(xmp["dc:title"])
        assert file.docinfo["/Keywords"] == "gongkai"


@EVERY
def test_everything_stands_inside_the_type_area(one: Case) -> None:
    """5.2.1: 28 mm at the left, 26 at the right; only the mark of a letter and page numbers stand outside."""
    foot = 25 if document(one.id).is_form else 35
    for number, page in enumerate(pypdfium2.PdfDocument(made(str(one)))):
        found = page.get_textpage()
        for at in range(found.count_chars()):
            if not found.get_text_range(at, 1).strip():
                continue
            left, bottom, right, top = found.get_charbox(at)
            if bottom / MM < foot - 1:
                assert 14 <= pdfium.FPDFText_GetFontSize(found, at) <= 14.1  # the page number
            else:
                assert left / MM >= 28 - 0.5
                assert right / MM <= 210 - 26 + 0.7
                limit = 297 - (25 if document(one.id).is_form else 30 if number == 0 else 37)
                assert top / MM <= limit + 0.5


def letters() -> list[Case]:
    """One case of each letter."""
    first = {one.id: one for one in reversed(cases()) if not document(one.id).is_form}
    return list(first.values())


@pytest.mark.parametrize("one", letters(), ids=str)
def test_red_double_rules_of_the_letter_format(one: Case) -> None:
    """10.1: 170 mm in the middle of the page, thick over thin above, thin over thick 20 mm from the foot."""
    found = strokes(made(str(one)))
    assert len(found) == 4
    for left, right, _, _ in found:
        assert right - left == pytest.approx(170, abs=0.2)
        assert (left + right) / 2 == pytest.approx(105, abs=0.2)
    weights = [weight for *_, weight in found]
    assert weights[0] > weights[1]
    assert weights[2] < weights[3]
    assert found[3][2] - weights[3] / MM / 2 == pytest.approx(20, abs=0.3)
    assert strokes(made(str(one)), 1) == [] if len(pypdfium2.PdfDocument(made(str(one)))) > 1 else True


@pytest.mark.parametrize("one", letters(), ids=str)
def test_mark_and_number_of_the_letter_format(one: Case) -> None:
    """10.1: the mark's top 30 mm from the edge, the rule 4 mm below it, the number 7/8 of a character lower."""
    page = pypdfium2.PdfDocument(made(str(one)))[0]
    found = page.get_textpage()
    boxes = [
        (found.get_text_range(at, 1), found.get_charbox(at), pdfium.FPDFText_GetFontSize(found, at))
        for at in range(found.count_chars())
    ]
    mark = [box for sign, box, size in boxes if size > 22.5 and sign.strip()]
    assert 297 - max(box[3] for box in mark) / MM == pytest.approx(30, abs=0.5)
    rules = strokes(made(str(one)))
    assert min(box[1] for box in mark) / MM - rules[0][2] == pytest.approx(4, abs=0.6)
    number = one.paper().number
    whole = "".join(sign for sign, _, _ in boxes)
    at = whole.index(number)
    right = max(box[2] for _, box, _ in boxes[at : at + len(number)])
    assert right / MM == pytest.approx(184, abs=1)
    top = max(box[3] for _, box, _ in boxes[at : at + len(number)])
    assert rules[1][2] * MM - top == pytest.approx(14, abs=2)


def test_line_pitch_and_size_of_the_body() -> None:
    page = pypdfium2.PdfDocument(made("D13-22"))[0]
    found = page.get_textpage()
    bottoms = sorted(
        {
            round(found.get_charbox(at, loose=True)[1], 1)
            for at in range(found.count_chars())
            if pdfium.FPDFText_GetFontSize(found, at) == pytest.approx(16, abs=0.1)
        }
    )
    gaps = [round(b - a, 1) for a, b in pairwise(bottoms) if b - a > 15]
    assert sum(gap == pytest.approx(28.95, abs=0.15) for gap in gaps) >= 6


def test_no_number_on_the_first_page_and_one_on_the_next() -> None:
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(made("D05-6"))]
    assert "— 1 —" not in pages[0]
    assert "— 2 —" in pages[1]
    assert "— 3 —" in pages[2]


def test_the_name_never_stands_alone_on_a_page() -> None:
    for one in cases():
        for page in pypdfium2.PdfDocument(made(str(one))):
            said = "".join(page.get_textpage().get_text_range().split())
            if "2026年3月25日" in said and "临溪县司法局" in said:
                assert len(said) > 60, one


def test_forms_stand_on_one_page() -> None:
    for one in cases():
        if document(one.id).is_form:
            assert len(pypdfium2.PdfDocument(made(str(one)))) == 1, one


def test_the_same_paper_gives_the_same_bytes() -> None:
    assert pdf.write(case("D12").paper()) == pdf.write(case("D12").paper())


def test_text_is_never_markup() -> None:
    tricky = '#panic("x") *粗* $x$ @a <b> \\ `c`'
    assert "".join(tricky.split()) in text(pdf.write(case("D10").paper(request=tricky)))


def test_control_a_sign_without_a_font_is_refused() -> None:
    with pytest.raises(Refused, match="文书里有字体没有的字"):
        pdf.write(case("D10").paper(applicant="\U00030edd"))
