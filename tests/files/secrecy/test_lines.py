"""Lines as they are laid out, with their spots."""

from __future__ import annotations

import pytest

from gongkai.files.limits import Limits
from gongkai.files.secrecy.lines import TOP_LINES, lines
from gongkai.files.secrecy.mark import Spot
from gongkai.files.sniff import Kind
from gongkai.values.errors import Refused
from tests.files.hidden.office_samples import book, text
from tests.files.hidden.pdf_samples import pdf
from tests.files.hidden.picture_samples import jpeg


def test_the_top_ends() -> None:
    read = lines(Kind.TXT, "\n\n".join(f"第{n}句" for n in range(20)).encode(), Limits())
    assert read is not None
    assert [line.spot for line in read] == [Spot.TOP] * TOP_LINES + [Spot.BODY] * (20 - TOP_LINES)


def test_cells_of_a_row_are_one_line() -> None:
    read = lines(Kind.XLSX, book(), Limits())
    assert read is not None
    assert read[0].text == "序号 | 事项 | 数量"
    assert read[0].place == "第1张工作表第1行"
    page = lines(Kind.HTML, "<table><tr><td>密级<td>秘密</table>".encode(), Limits())
    assert page is not None
    assert [line.text for line in page] == ["密级 | 秘密"]


def test_pdf_lines_come_from_the_top_down() -> None:
    content = "BT /F1 12 Tf 72 100 Td (below) Tj ET BT /F1 12 Tf 72 800 Td (above) Tj ET"
    read = lines(Kind.PDF, pdf(content=content), Limits())
    assert read is not None
    assert [(line.text, line.spot) for line in read] == [("above", Spot.TOP), ("below", Spot.BODY)]


def test_pictures_cannot_be_read_and_broken_files_are_refused() -> None:
    assert lines(Kind.IMAGE, jpeg(), Limits()) is None
    assert lines(Kind.PDF, pdf(content=""), Limits()) is None
    with pytest.raises(Refused):
        lines(Kind.DOCX, text()[:-50], Limits())
