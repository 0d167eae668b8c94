"""``gongkai convert``: a report that was read, out again in the official form and another format.

Reading and writing happen in a worker with the bounds of ``read`` and ``check``: a file that hangs or eats
memory costs a sentence and nothing else.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import click

from gongkai.cli.gather import EXPLAINED, STDIN, shown, standard_input
from gongkai.cli.usage import OPTIONS, ChineseCommand
from gongkai.files.limits import Limits, take
from gongkai.values.errors import FileError, Refused

if TYPE_CHECKING:
    from gongkai.report.document import AnnualReport

STDOUT = "-"


@dataclass(frozen=True, slots=True)
class Converted:
    """The reports of a file as bytes of the format asked for, and what a person must know; or the failure."""

    files: tuple[bytes, ...] = ()
    notes: tuple[str, ...] = ()
    failure: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Conversion:
    """The plan of the worker: read a file, write every report in it as ``to``."""

    to: str
    limits: Limits = field(default_factory=Limits)
    stdin: bytes = b""

    def prepare(self) -> Callable[[str], Converted]:
        """Load the reader and the writer."""
        from gongkai.report.reader.reading import open_report  # noqa: PLC0415  # only when work begins
        from gongkai.report.writer.formats import write  # noqa: PLC0415

        def work(name: str) -> Converted:
            data = self.stdin if name == STDIN else take(name, self.limits)
            reports = open_report(shown(name), data, self.limits).reports
            if not any(map(_is_report, reports)):
                raise Refused("no_report", _NO_REPORT)
            notes = tuple(note for i, r in enumerate(reports, 1) for note in _notes(r, i, len(reports)))
            return Converted(tuple(write(report, self.to) for report in reports), notes)

        return work

    def failed(self, name: str, code: str, message: str) -> Converted:
        """The result for a file that could not be read or set in the form."""
        return Converted(failure=(code, message))


_NO_REPORT = "文件可以打开，但没有从中找到政府信息公开工作年度报告。请确认选对了文件，报告正文没有做成图片。"


@click.command(
    "convert",
    cls=ChineseCommand,
    short_help="把年度报告另存为官方格式的网页、Word、PDF、Excel、JSON、CSV。",
    help="读取一份年度报告，按官方格式排好，另存为网页、Word、PDF、Excel、JSON 或者 CSV。\n\n"
    "格子里的数字、“/”等文字和空白照报告原样；报告没有印出的格子写“未列”，没有读准的写“待核”。"
    "转成 CSV 时一格一行，旁边另存一份数据说明。文件里有几份报告的，另存为几个文件，文件名后面编号。"
    "文件写“-”表示标准输入，输出写“-”表示标准输出。",
    options_metavar=OPTIONS,
)
@click.argument("file", metavar="文件")
@click.option("--to", metavar="格式", help="html、docx、pdf、xlsx、json 或者 csv；不写时看输出的扩展名。")
@click.option("-o", "--output", required=True, metavar="输出", help="另存为哪个文件。")
def convert(file: str, to: str | None, output: str) -> int:
    """Read, write; the status is 0, and 2 where the file could not be read or the output not written."""
    from gongkai.cli.batch import run  # noqa: PLC0415  # so that --help stays quick

    if output != STDOUT and os.path.exists(file) and os.path.realpath(file) == os.path.realpath(output):
        raise click.UsageError("输出不能就是被读取的文件，请换一个文件名。", click.get_current_context())
    kind = _kind(to, output)
    limits = Limits()
    plan = Conversion(kind, limits, standard_input(limits) if file == STDIN else b"")
    (made,) = run(plan, [file], 1, limits)
    if made.failure is not None:
        raise FileError(*made.failure)
    names = _names(output, len(made.files))
    for data, name in zip(made.files, names, strict=True):
        put(data, name)
    for note in made.notes:
        print(note, file=sys.stderr)
    if kind == "csv" and output != STDOUT:
        _put_dictionary(output)
    return 0


def _kind(to: str | None, output: str) -> str:
    """The format asked for, or the one that the extension of the output names."""
    from gongkai.report.writer.formats import FORMATS  # noqa: PLC0415

    kind = (to or os.path.splitext(output)[1].lstrip(".")).lower()
    kind = {"htm": "html"}.get(kind, kind)
    if kind not in FORMATS:
        said = f"没有“{to}”这种格式" if to else "看不出要转成哪种格式"
        known = "、".join(FORMATS)
        raise click.UsageError(f"{said}，请用 --to 写明 {known} 之一。", click.get_current_context())
    return kind


def _is_report(report: AnnualReport) -> bool:
    """False for a file of another kind: no table, no title and no chapter was found."""
    tables = any(table is not None for table in report.tables.values())
    return tables or report.title is not None or any(chapter.found for chapter in report.chapters)


def _notes(report: AnnualReport, number: int, count: int) -> list[str]:
    which = f"第 {number} 份报告" if count > 1 else "报告"
    out = []
    if report.flags:
        out.append(f"{which}有 {len(report.flags)} 处没有读准，请用 gongkai read 核对后再用。")
    if report.other_tables:
        out.append(f"{which}里同一种表格不止一张，只取了勾稽关系成立的一张，其余的只在 JSON 里保留。")
    return out


def _names(output: str, count: int) -> list[str]:
    """The name as given, or numbered names where there are several reports."""
    if count == 1:
        return [output]
    if output == STDOUT:
        raise click.UsageError("这个文件里有几份报告，不能都写到标准输出，请用 -o 指定文件名。")
    stem, extension = os.path.splitext(output)
    return [f"{stem}-{number}{extension}" for number in range(1, count + 1)]


def put(data: bytes, output: str) -> None:
    """Write the bytes; raises :class:`FileError` (``not_written``) with a sentence where that fails."""
    if output == STDOUT:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        return
    try:
        with open(output, "wb") as stream:
            stream.write(data)
    except OSError as error:
        why = f"“{shown(output)}”写不进去。请核对文件夹是否存在、是否可以写入，磁盘是否已满。"
        raise FileError("not_written", why) from error


def _put_dictionary(output: str) -> None:
    from gongkai.report.writer.csv import dictionary  # noqa: PLC0415

    name = os.path.splitext(output)[0] + EXPLAINED
    put(dictionary(), name)
    print(f"各列、各行的含义见“{shown(name)}”。", file=sys.stderr)
