"""Reading the statements of prose, as a ratio to one pass of a bare number pattern over the same text.

Run: ``python bench/statements.py``. Prints milliseconds (best of many) and the ratio; the text is our own.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable

from gongkai.report.document import Chapter, Table
from gongkai.report.statements.reading import read
from gongkai.tables.form import form

_FILLER = "严格落实信息发布审查制度，持续规范公开内容，畅通公开渠道，及时回应社会关切，做好政策解读工作。" * 4
_PARAGRAPH = (
    "（一）主动公开。2024年，通过门户网站登出政府信息426条，通过微信公众号编发推文758篇，阅读量超过120余万人次。"
    "\n（二）依申请公开。一年中收到政府信息公开申请37件，另有上年结转3件，予以公开11件，部分公开0件，不予公开3件，"
    "无法提供9件，其他处理15件，结转下年度继续办理2件。未发生因政府信息公开被申请行政复议、被提起行政诉讼的情形。\n"
)
_BARE = re.compile(r"\d+(?:\.\d+)?(?:余|多)?[万亿]?(?:余|多)?[\u4e00-\u9fff%]")
_ROUNDS = 60


def _best(work: Callable[[], object]) -> float:
    times = []
    for _ in range(_ROUNDS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times) * 1000


def main() -> None:
    """Print both figures and their ratio."""
    usual = (_PARAGRAPH + _FILLER * 8 + "\n") * 3
    dense = (_PARAGRAPH + _FILLER + "\n") * 13
    official = form("2021")
    form_table = official.table("applications")
    cells = {(r.key, c.key): 0 for r in form_table.rows for c in form_table.columns}
    tables = {"applications": Table("applications", cells), "proactive": None, "remedies": None}
    for name, text in (("usual", usual), ("dense", dense), ("spaced", re.sub(r"(\d+)", r" \1 ", usual))):
        chapters = [Chapter(1, "", True, text)]
        ours = _best(lambda chapters=chapters: read(chapters, tables, official, 2024))
        bare = _best(lambda text=text: _BARE.findall(text))
        size = f"{len(text)} characters, {len(read(chapters, tables, official, 2024))} statements"
        print(f"statements, {name}: {size}, {ours:.2f} ms; bare pattern {bare:.3f} ms; {ours / bare:.0f} x")


if __name__ == "__main__":
    main()
