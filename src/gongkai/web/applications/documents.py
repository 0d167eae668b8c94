"""The numbers of identity documents and of organisations: what looks wrong about one, by its kind.

A doubt asks to look again, once; it never keeps anybody from applying.

>>> doubt("resident", "110101199003070000")
'居民身份证号码的校验码不对，可能有一位写错，请核对。'
>>> doubt("resident", "")
''

Source: GB 11643-1999 (公民身份号码), GB 32100-2015 (统一社会信用代码), by python-stdnum; the
other kinds by length alone.
"""

from __future__ import annotations

import re

from stdnum.cn import ric, uscc
from stdnum.exceptions import InvalidChecksum, ValidationError

WORDS = {"resident": "居民身份证号码", "credit_code": "统一社会信用代码"}
SHAPES = {
    "passport": (re.compile(r"[0-9A-Za-z]{5,20}"), "护照号码由字母和数字组成，请核对。"),
    "permit": (re.compile(r"[0-9A-Za-z]{8,18}"), "港澳台居民证件号码由8至18位字母和数字组成，请核对。"),
}


def doubt(kind: str, number: str) -> str:
    """What looks wrong about the number of a document of that kind; empty where nothing does."""
    bare = number.strip().replace(" ", "")
    if not bare:
        return ""
    if kind in SHAPES:
        shape, words = SHAPES[kind]
        return "" if shape.fullmatch(bare) else words
    if kind not in WORDS:
        return ""
    check = ric if kind == "resident" else uscc
    try:
        check.validate(bare.upper())
    except InvalidChecksum:
        return f"{WORDS[kind]}的校验码不对，可能有一位写错，请核对。"
    except ValidationError:
        return f"{WORDS[kind]}应为18位，其中的地区、日期应当真实，请核对。"
    return ""
