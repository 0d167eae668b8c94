"""Everything about some reports as one archive: each report in every format, its findings, comparisons, sums.

Names of files inside are made of the organ and the year, with nothing that a system could take for a path. A
file that cannot be made (a character without a glyph, a cell without a place in the form) is told of in the
explanation, and the others are still made.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from gongkai.report.document import AnnualReport
from gongkai.report.exchange import to_json
from gongkai.report.papers import csv, formats
from gongkai.report.papers.comparison import called
from gongkai.report.papers.formats import Found
from gongkai.report.together import Together
from gongkai.report.writer.csv import dictionary
from gongkai.report.writer.formats import FORMATS, write
from gongkai.values.errors import FileError, OverLimit

LARGEST = 200 * 1024 * 1024
"""Bytes that an archive may have."""
_KINDS = {"compare": "年度对照", "years": "各年并列", "lineup": "各机关并列", "rollup": "下级汇总"}
_UNSAFE = re.compile(r"[^\w\u3400-\u9fff（）〔〕-]+")
_LONGEST = 60
_DAY = (1980, 1, 1, 0, 0, 0)
"""The date of every entry: no clock is asked."""

Entry = tuple[str, bytes]
Unreadable = Sequence[tuple[str, str]]
"""File and sentence of each that could not be read."""


def archive(together: Together, unreadable: Unreadable = (), most: int = LARGEST) -> bytes:
    """The archive (ZIP). Raises :class:`OverLimit` (``too_large``) where it would have more than ``most``
    bytes.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in entries(together, unreadable):
            entry = zipfile.ZipInfo(name, _DAY)
            entry.external_attr = 0o644 << 16
            made.writestr(entry, data, zipfile.ZIP_DEFLATED)
            if out.tell() > most:
                raise OverLimit("too_large", "打包以后的文件过大，没有下载。请减少报告的份数，分几次下载。")
    return out.getvalue()


def entries(together: Together, unreadable: Unreadable = ()) -> Iterator[Entry]:
    """Name and bytes of each file; the explanation comes last, for it tells what could not be made."""
    failed: list[str] = []
    for number, report in enumerate(together.reports, 1):
        folder = f"{number:02d}-{safe(called(report))}"
        for to in FORMATS:
            yield from _made(f"{folder}/年度报告.{to}", partial(write, report, to), failed)
        yield f"{folder}/发现的问题.csv", csv.findings((called(report), f) for f in report.findings)
    told = [(called(report), finding) for report in together.reports for finding in report.findings]
    yield "全部问题.csv", csv.findings(told)
    yield "全部数据.jsonl", _lines(together.reports, unreadable)
    yield "数据说明.csv", dictionary()
    for key in together.available():
        found = together.one(key).found
        label = _KINDS[key.partition("-")[0]]
        folder = f"{label}-{safe(formats.paper(found).title)}"
        for to in formats.FORMATS:
            yield from _made(f"{folder}/{label}.{to}", partial(formats.write, found, to), failed)
    yield "说明.txt", _explanation(together, unreadable, failed)


def _made(name: str, make: Callable[[], bytes], failed: list[str]) -> Iterator[Entry]:
    try:
        data = make()
    except FileError as error:
        failed.append(f"{name}：{error.message}")
        return
    except Exception:  # lines that a page sends back may hold what no format can; the others are wanted still
        failed.append(f"{name}：报告里有这种格式不能容纳的内容，请改用其他格式。")
        return
    yield name, data


def safe(name: str) -> str:
    """A name that every system takes: letters, figures, Chinese characters; never empty, never a path.

    >>> safe("../甲/局 2024年"), safe("...")
    ('甲-局-2024年', '报告')
    """
    return _UNSAFE.sub("-", name).strip("-_")[:_LONGEST] or "报告"


def file_name(found: Found, to: str) -> str:
    """The name of a paper as a file of its own."""
    return f"{safe(formats.paper(found).title)}.{to}"


def _lines(reports: Sequence[AnnualReport], unreadable: Unreadable) -> bytes:
    """What ``gongkai check --json`` prints."""
    told = [to_json(report) for report in reports]
    told += [{"source": {"file": name}, "error": {"message": why}} for name, why in unreadable]
    return "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in told).encode("utf-8", "replace")


def _explanation(together: Together, unreadable: Unreadable, failed: Sequence[str]) -> bytes:
    lines = [f"年报体检结果：{len(together.reports)} 份报告。", ""]
    lines += [f"{n:02d}　{called(r)}　{r.source.file}" for n, r in enumerate(together.reports, 1)]
    lines += [
        "",
        "每份报告一个文件夹：按官方格式重排的报告（网页、PDF、Word、Excel、JSON、CSV）和发现的问题。",
        "“年度对照”“各年并列”“各机关并列”“下级汇总”各有网页、PDF、JSON、CSV。",
        "“全部问题.csv”是各份报告问题的合并；“全部数据.jsonl”一行一份，供程序使用。",
        "“数据说明.csv”解释 CSV 各列、各行的含义。",
        "按官方格式重排的报告供核对和再利用，以机关公布的原件为准。",
    ]
    if unreadable:
        lines += ["", f"没有读出的文件 {len(unreadable)} 个："]
        lines += [f"{name}：{why}" for name, why in unreadable]
    if failed:
        lines += ["", f"没有做成的文件 {len(failed)} 个：", *failed]
    return ("\ufeff" + "\r\n".join(lines) + "\r\n").encode("utf-8", "replace")
