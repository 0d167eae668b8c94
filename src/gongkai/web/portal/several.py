"""What the page shows of several reports: made of the exchange lines that the page carries, in the guarded
process.

The lines are those of ``gongkai check --json``: one object a report, and one for each file that could not be
read. They are all that a later question needs, so nothing is kept between two answers.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from gongkai.files.limits import Limits
from gongkai.report import bundle
from gongkai.report.document import AnnualReport
from gongkai.report.exchange_back import from_json
from gongkai.report.papers import formats
from gongkai.report.papers.comparison import called
from gongkai.report.papers.paper import Paper
from gongkai.report.together import Choice, Together
from gongkai.report.writer.formats import FORMATS, write
from gongkai.values.errors import Refused
from gongkai.web.portal.answer import Part
from gongkai.web.portal.examine import examine, part_of

SHOWN_PAIRS = 3
"""So many pairs of years are shown at once; any other can be asked for, and the archive holds all."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A report among several, or a file that could not be read (``error`` says why, ``part`` is None)."""

    number: int
    file: str
    name: str
    part: Part | None = None
    error: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """A paper on the page, and the key by which it can be asked for as a file."""

    key: str
    paper: Paper


@dataclass(frozen=True, slots=True)
class Several:
    """The whole page. ``own`` is the index of the report above, -1 where there is none; ``more`` counts the
    pairs of years that are not shown.
    """

    entries: tuple[Entry, ...]
    papers: tuple[Shown, ...]
    exchange: str
    choice: Choice
    own: int = -1
    more: int = 0

    @property
    def reports(self) -> tuple[Entry, ...]:
        """The entries that were read."""
        return tuple(entry for entry in self.entries if entry.part is not None)

    @property
    def failed(self) -> tuple[Entry, ...]:
        """The files that could not be read."""
        return tuple(entry for entry in self.entries if entry.part is None)


def lines_of(name: str, data: bytes, limits: Limits) -> str:
    """The exchange lines of a file; raises :class:`gongkai.values.errors.FileError` as ``examine`` does."""
    return examine(name, data, limits).exchange


def failure_line(name: str, code: str, message: str) -> str:
    """The line for a file that could not be read."""
    told = {"source": {"file": name}, "error": {"code": code, "message": message}}
    return json.dumps(told, ensure_ascii=False) + "\n"


def several(lines: str, choice: Choice, view: str = "") -> Several:
    """The page for these lines; ``view`` (``compare``, ``rollup``) shows that alone of the papers."""
    objects, reports = _parsed(lines)
    together = Together(reports, choice)
    keys = [key for key in together.available() if _wanted(key, view)]
    pairs = [key for key in keys if key.startswith("compare")]
    most = 1 if view == "compare" and choice.pair is not None else SHOWN_PAIRS
    shown = [key for key in keys if key not in pairs[most:]]
    papers = tuple(Shown(key, formats.paper(together.one(key).found, f"{key}-")) for key in shown)
    own = together.own
    return Several(
        _entries(objects, reports), papers, lines, choice, -1 if own is None else own, len(keys) - len(shown)
    )


def _parsed(lines: str) -> tuple[list[dict[str, Any]], list[AnnualReport]]:
    """The objects of all lines, and the reports among them; a separator inside a text parts no line."""
    objects = [json.loads(line) for line in lines.split("\n") if line]
    return objects, [from_json(one) for one in objects if "error" not in one]


def _wanted(key: str, view: str) -> bool:
    kinds = {"compare": ("compare",), "rollup": ("rollup", "lineup")}.get(view)
    return kinds is None or key.startswith(kinds)


def _entries(objects: Sequence[dict[str, Any]], reports: Sequence[AnnualReport]) -> tuple[Entry, ...]:
    rest = iter(reports)
    out = []
    for number, one in enumerate(objects, 1):
        file = str(one["source"]["file"])
        if "error" in one:
            out.append(Entry(number, file, file, error=str(one["error"]["message"])))
        else:
            report = next(rest)
            out.append(Entry(number, file, called(report), part_of(report, f"file{number}", {}, set())))
    return tuple(out)


def archive(lines: str, choice: Choice) -> bytes:
    """Everything about these reports as one archive."""
    objects, reports = _parsed(lines)
    unreadable = [(str(o["source"]["file"]), str(o["error"]["message"])) for o in objects if "error" in o]
    return bundle.archive(Together(reports, choice), unreadable)


def one_file(lines: str, choice: Choice, wanted: str) -> tuple[str, bytes]:
    """Name and bytes of one file: ``report-0.pdf`` is the first report, ``rollup.csv`` the roll-up.

    Raises :class:`Refused` for anything that there is not, and as the writers do.
    """
    key, _, to = wanted.rpartition(".")
    _, reports = _parsed(lines)
    kind, _, number = key.partition("-")
    if (
        kind == "report"
        and number.isascii()
        and number.isdecimal()
        and int(number) < len(reports)
        and to in FORMATS
    ):
        report = reports[int(number)]
        return f"{bundle.safe(called(report))}年度报告.{to}", write(report, to)
    try:
        found = Together(reports, choice).one(key).found
        return bundle.file_name(found, to), formats.write(found, to)
    except KeyError as error:
        raise Refused("nothing_such", "没有这个文件可以下载。请回到首页重新提交报告，再点下载。") from error
