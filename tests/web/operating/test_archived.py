"""A forged chain is found in the archive itself."""

from __future__ import annotations

import datetime as dt
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.utils import timezone

from gongkai.web.audit.recording import record_alone
from gongkai.web.audit.verifying import anchor
from gongkai.web.operating.archived import ANCHORS, HEADS, LINES, breaks_in
from gongkai.web.operating.neutral import lines, tables
from tests.web.offices import Office

Forge = Callable[[str, list[Any]], list[Any]]


@pytest.fixture
def found(office: Office, other_office: Office, tmp_path: Path) -> Callable[[Forge], list[str]]:
    """What is found in an archive of two chains and an anchor, after somebody has had his way with a table."""
    for number in range(5):
        for one in (office, other_office):
            record_alone(one.actor("handler"), "test.act", f"s{number}", timezone.now())
    anchor(dt.date(2026, 3, 2), timezone.now())
    record_alone(office.actor("handler"), "test.act", "later", timezone.now())
    models = tables(apps)

    def look(forge: Forge) -> list[str]:
        path = tmp_path / "a.zip"
        with zipfile.ZipFile(path, "w") as archive:
            for label in (LINES, HEADS, ANCHORS):
                rows = forge(label, [json.loads(line) for line in lines(models[label], "default")])
                archive.writestr(f"t/{label}.jsonl", "".join(f"{json.dumps(row)}\n" for row in rows))
        with zipfile.ZipFile(path) as archive:
            return [one.sentence for one in breaks_in(archive, "t/", models)]

    return look


def test_an_honest_archive_holds(found: Callable[[Forge], list[str]]) -> None:
    assert found(lambda label, rows: rows) == []


def without_the_last(label: str, rows: list[Any]) -> list[Any]:
    """The last line is gone, of whichever chain."""
    return rows[:-1] if label == LINES else rows


def renamed(label: str, rows: list[Any]) -> list[Any]:
    """Somebody else did it."""
    return json.loads(json.dumps(rows).replace("test.act", "test.axt")) if label == LINES else rows


def turned(label: str, rows: list[Any]) -> list[Any]:
    """Two lines of one chain change places."""
    return [*rows[:-3], rows[-1], rows[-2], rows[-3]] if label == LINES else rows


def another_root(label: str, rows: list[Any]) -> list[Any]:
    """The anchor is another."""
    return (
        [[("0" * 64 if len(str(v)) == 64 else v) for v in row] for row in rows] if label == ANCHORS else rows
    )


def no_lines(label: str, rows: list[Any]) -> list[Any]:
    """All lines and heads are gone, and only the anchor remembers."""
    return rows if label == ANCHORS else []


@pytest.mark.parametrize(
    ("forge", "words"),
    [
        (without_the_last, "末尾的记录被删除"),
        (renamed, "内容被改动"),
        (turned, "次序被改动"),
        (another_root, "每日锚定值"),
        (no_lines, "截断"),
    ],
)
def test_a_forged_archive_is_found(found: Callable[[Forge], list[str]], forge: Forge, words: str) -> None:
    assert any(words in one for one in found(forge))
