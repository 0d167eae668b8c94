"""Texts with placeholders: checked when an office edits them, filled when somebody is told.

What goes out names a case and where to open it. A value with a long number or an address in it (a telephone
or identity number, a mail address) is refused, and so is one with a line break, which could add a header to a
mail.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from gongkai.web.notices.kinds import Kind

PLACE = re.compile(r"\{([^{}]*)\}")
PRIVATE = re.compile(
    r"(?<!\d)(?:1[3-9]\d{9}|0\d{2,3}-?\d{7,8}|\d{17}[\dXx])(?!\d)"  # mobile, landline, identity number
    r"|[^\s@]+@[^\s@]+\.[^\s@]+"  # mail address
)
TITLE_LIMIT, TEXT_LIMIT = 80, 2000
MANY_LINES = "list"
"""The one placeholder whose value has several lines; it never stands in a title."""


class PrivateValue(ValueError):
    """A value that must not leave the office was about to be put into a message: a mistake of the program."""


def has_control(text: str) -> bool:
    """Whether a text holds a line break or another character that controls instead of printing."""
    return any(unicodedata.category(c) in {"Cc", "Cf", "Zl", "Zp"} for c in text)


def faults(kind: Kind, title: str, text: str) -> list[tuple[str, str]]:
    """What is wrong with an edited text: the field, and a sentence; empty where it can be used."""
    out = []
    for field, name, value, limit in (
        ("title", "标题", title, TITLE_LIMIT), ("text", "正文", text, TEXT_LIMIT),
    ):  # fmt: skip
        if not value.strip():
            out.append((field, f"{name}没有填写。请填写，或者恢复默认文字。"))
        if len(value) > limit:
            out.append((field, f"{name}有{len(value)}字，最多{limit}字，请删减。"))
        for word in PLACE.findall(value):
            if word not in kind.placeholders:
                known = "、".join(f"{{{one}}}" for one in kind.placeholders)
                out.append((field, f"“{{{word}}}”在这里不能用，发送时没有内容可填。可以用的有：{known}。"))
        if re.search(r"[{}]", PLACE.sub("", value)):
            out.append((field, f"{name}里的花括号没有成对，请核对。"))
    if has_control(title):
        out.append(("title", "标题里有换行或者看不见的控制字符，请删去后重新填写。"))
    if has_control(text.replace("\n", "").replace("\r", "")):
        out.append(("text", "正文里有看不见的控制字符，请删去后重新填写。"))
    if any(kind.placeholders[w].key == MANY_LINES for w in PLACE.findall(title) if w in kind.placeholders):
        out.append(("title", "标题里不能用{清单}，清单有多行，请放在正文。"))
    return out


def filled(kind: Kind, title: str, text: str, values: Mapping[str, str]) -> tuple[str, str]:
    """Title and text with the values put in; a placeholder without a value stays empty.

    Raises :class:`PrivateValue` for a value that must not go out, ``ValueError`` for one with a control
    character.
    """
    given = {word: values.get(place.key, "") for word, place in kind.placeholders.items()}
    for word, place in kind.placeholders.items():
        value = given[word]
        if place.key != MANY_LINES and has_control(value):
            raise ValueError(f"the value of {place.key} holds a line break or a control character")
        if place.key != "link" and PRIVATE.search(value):
            raise PrivateValue(f"the value of {place.key} looks like a telephone, identity or mail address")
    title, text = (PLACE.sub(lambda m: given.get(m[1], ""), one) for one in (title, text))
    return " ".join(title.split())[:TITLE_LIMIT], text.replace("\r\n", "\n")


def example(kind: Kind, title: str, text: str) -> tuple[str, str]:
    """Title and text as they would look, with the examples of the placeholders."""
    return filled(kind, title, text, {place.key: place.example for place in kind.placeholders.values()})
