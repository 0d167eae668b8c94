"""A paper as one web page: self-contained, without script, readable from a disk and fit to print."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from importlib.resources import files

from gongkai.press.marks import MADE_BY
from gongkai.report.papers.paper import Cell, Figure, Grid, Paper, Part, Points, Words


def write(paper: Paper) -> bytes:
    """The page, UTF-8."""
    style = files(__package__).joinpath("paper.css").read_text(encoding="utf-8")
    contents = "".join(f'<li><a href="#{s.key}">{escape(s.title)}</a></li>' for s in paper.sections)
    body = "\n".join(
        f'<section id="{s.key}">\n<h2>{escape(s.title)}</h2>\n{"".join(map(_part, s.parts))}</section>'
        for s in paper.sections
    )
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="generator" content="{MADE_BY}">\n<title>{escape(paper.title)}</title>\n'
        f"<style>\n{style}</style>\n</head>\n<body>\n<main>\n<h1>{escape(paper.title)}</h1>\n"
        f"<p>{escape(paper.about)}</p>\n<nav><ul>{contents}</ul></nav>\n{body}\n</main>\n</body>\n</html>\n"
    ).encode("utf-8", "replace")


def _part(part: Part) -> str:
    match part:
        case Words():
            return f"<p{_tone(part.tone)}>{escape(part.text)}</p>\n"
        case Points():
            return f'<ul class="points">\n{"".join(_points(part))}</ul>\n'
        case Grid():
            return _grid(part)
        case Figure():
            told = f"<details><summary>{escape(part.table.caption)}</summary>\n{_grid(part.table)}</details>"
            name = f"<figcaption>{escape(part.title)}</figcaption>"
            return f"<figure>\n{name}\n{part.svg}\n{told}\n</figure>\n"


def _points(points: Points) -> Iterator[str]:
    for point in points.points:
        lines = "".join(f"<dt>{escape(name)}</dt><dd>{escape(text)}</dd>" for name, text in point.lines)
        more = f"<dl>{lines}</dl>" if lines else ""
        said = f"<p><strong>{escape(point.label)}</strong>{escape(point.text)}</p>"
        yield f"<li{_tone(point.tone)}>{said}{more}</li>\n"


def _grid(grid: Grid) -> str:
    kind = "texts" if grid.texts else "figures"
    head = "".join(f'<th scope="col"{_tone("number" if n else "")}>{escape(t)}</th>' for t, n in grid.heads)
    rows = "".join(f"<tr>{_row(row)}</tr>\n" for row in grid.rows)
    return (
        f'<div class="box"><table class="{kind}">\n<caption>{escape(grid.caption)}</caption>\n'
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody></table></div>\n"
    )


def _row(row: tuple[Cell, ...]) -> str:
    first, *rest = row
    return f'<th scope="row"{_tone(first.tone)}>{_text(first)}</th>' + "".join(map(_cell, rest))


def _cell(cell: Cell) -> str:
    tone = f"{cell.tone} number".strip() if cell.number else cell.tone
    return f"<td{_tone(tone)}>{_text(cell)}</td>"


def _text(cell: Cell) -> str:
    if not cell.pieces:
        return escape(cell.text)
    return "".join(f"<mark>{escape(text)}</mark>" if apart else escape(text) for text, apart in cell.pieces)


def _tone(tone: str) -> str:
    return f' class="{tone}"' if tone else ""
