"""Official labels stand in the form alone: no module types what ``form_*.toml`` declares."""

from __future__ import annotations

import re

from gongkai.tables.form import EDITIONS, form
from tests.house.tree import modules, source, strings

NUMBERING = re.compile(r"^(（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、|\d+[.．、])")
WHOLE = 4
"""A label of so many characters may not be typed as a text of its own; shorter ones are everyday words."""
INSIDE = 8
"""A label of so many characters may not even stand inside a longer text."""


def official_labels() -> set[str]:
    """Every label of rows, columns, groups and chapters, all editions, without the numbering before it."""
    out = set()
    for edition in EDITIONS:
        one = form(edition)
        for label in one.chapters:
            out.add(NUMBERING.sub("", label.label))
        for table in one.tables:
            out |= {NUMBERING.sub("", part.label) for part in (*table.rows, *table.columns, *table.groups)}
    return out


def typed_labels(code: str, labels: set[str]) -> list[str]:
    """Official labels typed in string constants of the code, docstrings left out."""
    whole = {label for label in labels if len(label) >= WHOLE}
    inside = {label for label in labels if len(label) >= INSIDE}
    out = []
    for line, text in strings(code):
        bare = NUMBERING.sub("", text.strip())
        if bare in whole:
            out.append(f"{line}: {bare}")
        else:
            out += [f"{line}: {label}" for label in inside if label in text]
    return out


def test_no_module_types_an_official_label() -> None:
    labels = official_labels()
    found = {str(m): typed_labels(source(m), labels) for m in modules()}
    assert {m: lines for m, lines in found.items() if lines} == {}


def test_control_a_typed_label_is_named() -> None:
    labels = official_labels()
    assert "无正当理由大量反复申请" in labels
    assert typed_labels('x = "（一）予以公开"\n', labels) == ["1: 予以公开"]
    assert typed_labels('x = "这里是无正当理由大量反复申请的情形"\n', labels) == ["1: 无正当理由大量反复申请"]
    assert typed_labels('def f():\n    """（一）予以公开"""\n', labels) == []
