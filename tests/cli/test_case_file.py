"""A case from its file: every key read, every fault named with its entry."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields
from pathlib import Path

import pytest

from gongkai.cli.case_file import READERS, read_case, text_of
from gongkai.statute.events import Channel, Event, Kind
from gongkai.values.errors import NotAllowed, Refused

GOOD = '[[entry]]\nkind = "received"\non = 2026-03-02\nchannel = "fax"\nfacts = ["a"]\n'


def case(tmp_path: Path, text: str) -> str:
    path = tmp_path / "case.toml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_every_field_of_an_event_can_be_written() -> None:
    assert set(READERS) == {field.name for field in fields(Event)}


def test_entries_and_settings(tmp_path: Path) -> None:
    events, settings = read_case(case(tmp_path, f"[settings]\nA9 = true\n{GOOD}"))
    assert events == (Event(Kind.RECEIVED, dt.date(2026, 3, 2), channel=Channel.FAX, facts=("a",)),)
    assert settings.of("ext.reset") is True


@pytest.mark.parametrize(("old", "new", "says"), [
    ('"received"', '"recieved"', "第1条记录的“kind”不能是“recieved”.*received（收到申请）"),
    ('kind = "received"\n', "", "没有写“kind”"), ("on = 2026-03-02\n", "", "没有写“on”"),
    ("2026-03-02", '"2026-03-02"', "不是日期"), ('"fax"', '"pigeon"', "channel.*pigeon"),
    ("channel", "channels", "不认识“channels”"), ('["a"]', '"a"', "应当写成"), ('["a"]', "[1]", "应当写成"),
    ("[[entry]]", "[[entries]]", "不认识“entries”"), ("[[entry]]", "entry = 1\n[settings]", "没有记录"),
    (GOOD, "entry = [1]", "不是一张表"), (GOOD, "", "没有记录"), (GOOD, "settings = 1\n" + GOOD, "settings"),
    ("on = ", "on ", "TOML"),
    ("facts", "days = '3'\nfacts", "应当是整数"), ("facts", "id = 3\nfacts", "应当是文字"),
])  # fmt: skip
def test_control_a_fault_is_named(tmp_path: Path, old: str, new: str, says: str) -> None:
    assert old in GOOD
    with pytest.raises(Refused, match=says):
        read_case(case(tmp_path, GOOD.replace(old, new)))


def test_a_setting_that_cannot_be_made(tmp_path: Path) -> None:
    with pytest.raises(NotAllowed, match="nonsense"):
        read_case(case(tmp_path, f"[settings]\nnonsense = 1\n{GOOD}"))


def test_a_file_that_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(Refused, match="UTF-8"):
        text_of(str(path))
    with pytest.raises(Refused, match="打不开文件"):
        text_of(str(tmp_path))
