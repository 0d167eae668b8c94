"""DOC and WPS files by way of DOCX; LibreOffice as second opinion."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import docx as python_docx
import pytest

from gongkai.files.limits import Limits
from gongkai.report.reader import doc
from gongkai.report.reader.blocks import Document, Grid, Paragraph
from gongkai.values.errors import FileError, OverLimit

SMALL = Path(__file__).parent / "fixtures" / "small.doc"


def shown(document: Document) -> list[object]:
    """Texts of paragraphs, and of grids text, column and spans of each cell."""
    return [
        i.text
        if isinstance(i, Paragraph)
        else [[(c.text, c.column, c.colspan, c.rowspan) for c in r] for r in i.rows]
        for i in document.items
    ]


def test_a_small_file_keeps_its_merged_cells() -> None:
    document = doc.blocks(SMALL.read_bytes())
    assert document.format == "doc"
    assert shown(document) == [
        "云梦泽县测试局2024年政府信息公开工作年度报告",
        "一、总体情况",
        "本局为测试而虚构，全年新收申请 3 件。",
        [
            [("事项", 0, 2, 1), ("件数", 2, 1, 1)],
            [("收到", 0, 1, 2), ("本年", 1, 1, 1), ("3", 2, 1, 1)],
            [("上年", 1, 1, 1), ("0", 2, 1, 1)],
        ],
        "六、其他需要报告的事项",
    ]


def test_a_broken_file_is_one_line_where_no_second_opinion_is_to_be_had(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(doc, "_OFFICE", ())
    data = SMALL.read_bytes()
    for broken in (data[:3000], data[:512] + bytes(len(data) - 512), b"\xd0\xcf\x11\xe0", b""):
        with pytest.raises(FileError) as caught:
            doc.blocks(broken)
        assert caught.value.code == "old_word"
        assert "docx" in caught.value.message


def test_size_is_bounded() -> None:
    with pytest.raises(OverLimit):
        doc.blocks(SMALL.read_bytes(), Limits(size=100))


def test_the_second_opinion_is_none_without_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doc, "_OFFICE", ("no-such-office",))
    assert doc.second_opinion(SMALL.read_bytes()) is None


@pytest.mark.libreoffice
@pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice is not installed (apt-get install libreoffice)"
)
def test_a_second_opinion_has_the_text_and_keeps_its_time() -> None:
    opinion = doc.second_opinion(SMALL.read_bytes(), Limits(seconds=60))
    assert opinion is not None
    assert "一、总体情况" in [item.text for item in opinion.items if isinstance(item, Paragraph)]
    assert doc.second_opinion(SMALL.read_bytes(), Limits(seconds=0.01)) is None


@pytest.mark.libreoffice
@pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice is not installed (apt-get install libreoffice)"
)
def test_a_table_of_fifteen_columns_survives(tmp_path: Path) -> None:
    made = python_docx.Document()
    table = made.add_table(2, 15)
    for column in range(15):
        table.cell(0, column).text = f"列{column}"
        table.cell(1, column).text = str(column)
    stream = io.BytesIO()
    made.save(stream)
    (tmp_path / "a.docx").write_bytes(stream.getvalue())
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "doc",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "a.docx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    document = doc.blocks((tmp_path / "a.doc").read_bytes())
    (grid,) = [item for item in document.items if isinstance(item, Grid)]
    assert [cell.text for cell in grid.rows[1]] == [str(column) for column in range(15)]
