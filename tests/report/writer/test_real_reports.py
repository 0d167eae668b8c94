"""Published reports and the samples, with all that is odd in them: they come back from every format, and
LibreOffice opens every file and prints the DOCX and the XLSX with the same cells.
"""

from __future__ import annotations

import shutil
import subprocess
from functools import cache
from pathlib import Path

import pypdfium2
import pytest

from gongkai.report.checks.registry import run
from gongkai.report.document import AnnualReport
from gongkai.report.reader.reading import open_report
from gongkai.report.samples.shelf import samples
from gongkai.report.writer.formats import FORMATS, write
from gongkai.values.errors import FileError
from tests.report.writer.test_round_trip import cells, identity

PUBLISHED = 24
"""Reports with a table that the shared folder holds at least."""


@cache
def read(folder: Path) -> tuple[AnnualReport, ...]:
    """The samples and every report with a table in the shared folder."""
    found = [report for one in samples() for report in open_report(one.file, one.data()).reports]
    for path in sorted(p for part in ("reports", "seeds") for p in (folder / part).rglob("*") if p.is_file()):
        if path.name in ("README.md", "expected.json", "meta.json"):
            continue
        try:
            found += open_report(path.name, path.read_bytes()).reports
        except FileError:
            continue
    return tuple(report for report in found if any(report.tables.values()))


def words(report: AnnualReport) -> list[str]:
    """The texts of the chapters; a tab in a text is as good as a space."""
    return [chapter.text.replace("\t", " ") for chapter in report.chapters]


def new_findings(again: AnnualReport, before: AnnualReport) -> list[str]:
    """Codes of what is found in one and not in the other; the doubt about a row may be told of its cell."""
    known = {(f.code, f.where.table, f.where.row, f.where.column) for f in run(before).findings}
    return [
        f.code
        for f in run(again).findings
        if (place := (f.code, f.where.table, f.where.row, f.where.column)) not in known
        and (*place[:3], None) not in known
    ]


@pytest.mark.parametrize("to", FORMATS)
def test_a_published_report_comes_back(shared: Path, to: str) -> None:
    reports = read(shared)
    assert len(reports) >= PUBLISHED + len(samples())
    for report in reports:
        (again,) = open_report(f"a.{to}", write(report, to)).reports
        assert cells(again) == cells(report), report.source.file
        assert words(again) == words(report), report.source.file
        assert identity(again) == identity(report)
        assert new_findings(again, report) == [], report.source.file


@pytest.fixture(scope="module")
def printed(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every report in every format that LibreOffice opens, and its prints of them."""
    office = shutil.which("soffice")
    assert office, "LibreOffice is missing: apt-get install libreoffice-writer libreoffice-calc"
    place = tmp_path_factory.mktemp("printed")
    for to in ("docx", "xlsx", "html", "csv"):
        (place / to).mkdir()
        for number, report in enumerate(read(shared)):
            (place / to / f"{number:02}.{to}").write_bytes(write(report, to))
        names = sorted(path.name for path in (place / to).iterdir())
        profile = f"-env:UserInstallation=file://{place}/profile"
        line = [office, profile, "--headless", "--convert-to", "pdf", *names]
        subprocess.run(line, cwd=place / to, check=True, capture_output=True, timeout=300)
    return place


@pytest.mark.libreoffice
@pytest.mark.parametrize("to", ["docx", "xlsx", "html", "csv"])
def test_libreoffice_opens_every_file(shared: Path, printed: Path, to: str) -> None:
    assert len(list((printed / to).glob("*.pdf"))) == len(read(shared))


@pytest.mark.libreoffice
@pytest.mark.parametrize("to", ["docx", "xlsx"])
def test_what_libreoffice_prints_has_the_same_cells(shared: Path, printed: Path, to: str) -> None:
    for number, report in enumerate(read(shared)):
        data = (printed / to / f"{number:02}.pdf").read_bytes()
        assert cells(open_report("a.pdf", data).reports[0]) == cells(report), report.source.file


@pytest.mark.libreoffice
def test_docx_is_as_long_in_print_as_the_pdf(shared: Path, printed: Path) -> None:
    for number, report in enumerate(read(shared)):
        print_ = len(pypdfium2.PdfDocument(printed / "docx" / f"{number:02}.pdf"))
        assert abs(print_ - len(pypdfium2.PdfDocument(write(report, "pdf")))) <= 1, report.source.file
