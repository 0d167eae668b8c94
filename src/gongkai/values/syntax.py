"""Where a file that a person wrote cannot be read: the parsers of TOML and JSON say it in English.

>>> import tomllib
>>> try:
...     tomllib.loads("on = = 1")
... except tomllib.TOMLDecodeError as error:
...     fault_words(error)
'第1行第6个字符处写法有误'
"""

from __future__ import annotations

import re

_PLACE = re.compile(r"line (\d+),? column (\d+)")


def fault_words(error: ValueError) -> str:
    """Line and character of what a parser could not take, from 1; or that the file ends too early."""
    found = _PLACE.search(str(error))
    return f"第{found[1]}行第{found[2]}个字符处写法有误" if found else "文件没有写完"
