"""What the styles of a Word file say that print shows: levels of headings, numbers, the title's style."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from gongkai.report.reader.docx_numbers import VAL, W

_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])$", re.IGNORECASE)
_TITLE = {"title", "标题"}
_DEEPEST = 6


@dataclass(slots=True)
class Styles:
    """By id of the style: level of heading (1 to 6), list and level of numbering; ids of title styles."""

    levels: dict[str, int] = field(default_factory=dict)
    numbers: dict[str, tuple[str | None, str | None]] = field(default_factory=dict)
    titles: set[str] = field(default_factory=set)

    def of(self, properties: Any) -> str:
        """The id of a paragraph's style; empty for the default style."""
        style = None if properties is None else properties.find(W + "pStyle")
        return "" if style is None else style.get(VAL, "")

    def level(self, properties: Any, style: str) -> int:
        """The level of heading of a paragraph, 0 for body text."""
        outline = None if properties is None else properties.find(W + "outlineLvl")
        own = _outline(outline)
        return self.levels.get(style, 0) if own is None else own


def styles_of(root: Any) -> Styles:
    """The styles that ``styles.xml`` declares, with what they inherit."""
    declared = {style.get(W + "styleId", ""): style for style in root.iterchildren(W + "style")}
    styles = Styles()
    for identity, style in declared.items():
        name = _name(style)
        if name.lower() in _TITLE:
            styles.titles.add(identity)
        for ancestor in _line(declared, identity):
            if identity not in styles.levels and (level := _level(ancestor)) is not None:
                styles.levels[identity] = level
            if identity not in styles.numbers and (numbers := _numbers(ancestor)) is not None:
                styles.numbers[identity] = numbers
    return styles


def flag(properties: Any, name: str) -> bool:
    """An on/off property: on where it stands without a value or with one that means yes."""
    child = properties.find(W + name)
    return child is not None and child.get(VAL, "1") not in ("0", "false", "off")


def _line(declared: dict[str, Any], identity: str) -> list[Any]:
    """A style and its ancestors, nearest first; a circle ends the line."""
    line: list[Any] = []
    seen: set[str] = set()
    while identity in declared and identity not in seen:
        seen.add(identity)
        line.append(declared[identity])
        base = declared[identity].find(W + "basedOn")
        identity = "" if base is None else base.get(VAL, "")
    return line


def _name(style: Any) -> str:
    name = style.find(W + "name")
    return "" if name is None else name.get(VAL, "")


def _level(style: Any) -> int | None:
    """The level that a style itself declares: by outline level, else by its name."""
    own = _outline(style.find(f"{W}pPr/{W}outlineLvl"))
    if own is not None:
        return own
    match = _HEADING.match(_name(style))
    return min(int(match.group(1)), _DEEPEST) if match else None


def _outline(element: Any) -> int | None:
    """An outline level as a level of heading: 0 to 8 become 1 to 6, 9 is body text."""
    text = "" if element is None else element.get(VAL, "")
    if len(text) != 1 or text not in "0123456789":
        return None
    return 0 if text == "9" else min(int(text) + 1, _DEEPEST)


def _numbers(style: Any) -> tuple[str | None, str | None] | None:
    """List and level of a style's own numbering."""
    number = style.find(f"{W}pPr/{W}numPr")
    if number is None:
        return None
    identity, level = number.find(W + "numId"), number.find(W + "ilvl")
    return (
        None if identity is None else identity.get(VAL),
        None if level is None else level.get(VAL),
    )
