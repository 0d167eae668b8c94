"""Reports of an invented city to hand in together: two years of one bureau, and the bureaus of one year."""

from __future__ import annotations

from pathlib import Path

from tests.cli.files import report_html

CITY = "临溪市"


def written(folder: Path, organ: str, year: int, new: int, forward: int = 0) -> Path:
    """A report as a file of that folder."""
    file = folder / f"{organ}{year}.html"
    file.write_text(report_html(year, new=new, organ=organ, forward=forward), encoding="utf-8")
    return file


def two_years(folder: Path) -> list[Path]:
    """Last year carried one application forward that this year does not know of."""
    organ = f"{CITY}司法局"
    return [written(folder, organ, 2023, 5, forward=1), written(folder, organ, 2024, 12)]


def one_year(folder: Path) -> list[Path]:
    """The city's government and three bureaus of it."""
    names = [f"{CITY}人民政府", f"{CITY}司法局", f"{CITY}财政局", f"{CITY}水利局"]
    return [written(folder, name, 2024, new) for name, new in zip(names, (30, 12, 7, 3), strict=True)]


def broken(folder: Path) -> Path:
    """A file that nobody can read."""
    file = folder / "坏.pdf"
    file.write_bytes(b"%PDF-1.4 broken")
    return file
