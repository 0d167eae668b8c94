"""Files for their owner alone, and a log without addresses."""

from __future__ import annotations

import json
import logging
from pathlib import Path

import pytest

from gongkai.web.notices.carriers.local import Console, Folder
from tests.web.notices.messages import message


def test_a_file_a_message_and_once_more_the_same(tmp_path: Path) -> None:
    way = Folder(tmp_path / "sms")
    way.carry(message())
    way.carry(message())
    (file,) = (tmp_path / "sms").iterdir()
    assert file.stat().st_mode & 0o077 == 0
    assert json.loads(file.read_text(encoding="utf-8"))["title"] == message().title


def test_the_log_shows_no_address(caplog: pytest.LogCaptureFixture) -> None:
    logging.getLogger("gongkai").propagate = True
    with caplog.at_level("INFO", "gongkai.notices"):
        Console("电子邮件").carry(message())
    logging.getLogger("gongkai").propagate = False
    assert message().title in caplog.text
    assert message().address not in caplog.text
