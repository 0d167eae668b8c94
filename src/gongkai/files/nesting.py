"""Web pages nested without end: found before a parser works on them."""

from __future__ import annotations

import re

from gongkai.files.limits import Limits
from gongkai.values.errors import OverLimit

_NESTING = re.compile(
    r"<(/?)(?:(?!br\b|p\b|li\b|d[dt]\b|t[rdh]\b|tbody|thead|tfoot|option|meta|link|img|input|hr\b|col\b|wbr|area"
    r"|path|rect|circle|line|poly|use\b|stop|ellipse|source|param|embed|base)[a-z])",
    re.IGNORECASE,
)
_FEW_TAGS = 3000


def refuse_deep(text: str, limits: Limits) -> None:
    """Elements nested without end make every HTML parser quadratic; stop before parsing.

    Tags that close themselves (paragraphs, rows, cells, list items) are not counted.
    """
    if text.count("<") < _FEW_TAGS:
        return
    depth = 0
    for closing in _NESTING.findall(text):
        if closing:
            depth = depth - 1 if depth else 0
        else:
            depth += 1
            if depth > limits.depth:
                raise OverLimit(
                    "too_deep", "网页的层次过深，已停止读取。请在浏览器中复制报告正文，粘贴进来再试。"
                )
