"""Facts as a case gives them, checked: each is known, of its kind, and printable.

What an applicant wrote is taken as it is, but on one line where it stands inside a sentence, and without the
invisible signs that come with pasted text.

The facts come as a mapping, from a database row or from a TOML file. A fact that is None, blank or an empty
list counts as not given. What is wrong is refused in one Chinese sentence that names the fact.
"""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Mapping
from typing import Any

from gongkai.letters.vocabulary import Fact, Kind, fact
from gongkai.letters.wording import LARGEST
from gongkai.values.errors import FactsError, FormError

_LINES = {Kind.PASSAGE}
_UNPRINTABLE = ("Cc", "Cs", "Co", "Cn")
_TEXTS = {Kind.TEXT, Kind.CLAUSE, Kind.PASSAGE}


def checked(given: Mapping[str, Any]) -> dict[str, Any]:
    """The facts that are there, each as its kind wants it.

    Texts are in NFC and stripped. Raises :class:`FactsError` for a fact that there is not, that is not of
    its kind, or that holds a sign which cannot be printed.
    """
    found = {key: _one(_known(key), value) for key, value in given.items() if not _blank(value)}
    return {key: value for key, value in found.items() if not _blank(value)}


def _known(key: str) -> Fact:
    try:
        return fact(key)
    except FormError:
        raise FactsError(
            f"文书没有“{key}”这一项事实，请核对名称；各项事实见手册“文书”一页。", (key,)
        ) from None


def _blank(value: Any) -> bool:
    if isinstance(value, str):
        return not value.strip()
    return value is None or (isinstance(value, list | tuple) and not value)


def _one(one: Fact, value: Any) -> Any:
    match one.kind:
        case kind if kind in _TEXTS and isinstance(value, str):
            return _text(one, value)
        case Kind.DATE | Kind.DEADLINE if type(value) is dt.date:
            return value
        case Kind.COUNT if type(value) is int and value >= 0:
            return value
        case Kind.AMOUNT if type(value) is int and 0 <= value < LARGEST:
            return value
        case Kind.FLAG if isinstance(value, bool):
            return value
        case Kind.CHOICE if isinstance(value, str):
            return _choice(one, value)
        case Kind.LIST if isinstance(value, list | tuple) and all(isinstance(v, str) for v in value):
            found = [_text(one, v) for v in value if v.strip()]
            return found
        case Kind.ROWS if isinstance(value, list | tuple) and all(isinstance(v, Mapping) for v in value):
            return [_row(one, row, number) for number, row in enumerate(value, 1)]
        case _:
            raise FactsError(f"“{one.name}”应当是{one.kind.words}，现在是“{value}”，请改正。", (one.key,))


def _text(one: Fact, value: str) -> str:
    """The text in NFC, lines joined where a passage has only one, without signs that nobody sees."""
    lines = [" ".join(line.split()) if one.kind not in _LINES else line.strip() for line in value.split("\n")]
    joined = ("\n" if one.kind in _LINES else "\u3000").join(line for line in lines if line)
    seen = (sign for sign in unicodedata.normalize("NFC", joined) if unicodedata.category(sign) != "Cf")
    text = "".join(seen).strip()
    bad = next((sign for sign in text if unicodedata.category(sign) in _UNPRINTABLE and sign != "\n"), None)
    if bad is not None:
        raise FactsError(
            f"“{one.name}”里有不能印出的字符（U+{ord(bad):04X}），请改正后再生成文书。", (one.key,)
        )
    return text


def _choice(one: Fact, value: str) -> str:
    if value not in one.choices:
        known = "；".join(f"{key}（{words}）" for key, words in one.choices.items())
        raise FactsError(f"“{one.name}”没有“{value}”这个选项，可以选：{known}。", (one.key,))
    return value


def _row(one: Fact, row: Mapping[str, Any], number: int) -> dict[str, Any]:
    unknown = sorted(set(row) - set(one.columns))
    if unknown:
        known = "、".join(one.columns)
        raise FactsError(f"“{one.name}”第{number}行没有“{unknown[0]}”这一列，各列为：{known}。", (one.key,))
    lacking = [c.name for key, c in one.columns.items() if not c.optional and _blank(row.get(key))]
    if lacking:
        raise FactsError(f"“{one.name}”第{number}行还缺少{'、'.join(lacking)}，请补齐。", (one.key,))
    return {key: _one(one.columns[key], value) for key, value in row.items() if not _blank(value)}
