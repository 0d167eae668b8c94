"""SMS: a folder, the log, or the class of an office's own gateway."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar

import pytest

from gongkai.web.notices.carriers.carrier import Later, Message
from gongkai.web.notices.carriers.local import Console, Folder
from gongkai.web.notices.carriers.sms import carrier
from tests.web.notices.messages import message


class Gateway:
    """A gateway as an office would write it."""

    taken: ClassVar[list[Message]] = []

    def carry(self, message: Message) -> None:
        """Note it."""
        self.taken.append(message)


def test_the_setting_chooses(settings: Any, tmp_path: Path) -> None:
    settings.DATA, settings.SMS = tmp_path, "file"
    assert isinstance(carrier(), Folder)
    settings.SMS = "console"
    assert isinstance(carrier(), Console)
    settings.SMS = f"{__name__}.Gateway"
    carrier().carry(message())
    assert type(carrier()).__name__ == "Gateway"


def test_a_gateway_that_is_not_there_is_told(settings: Any) -> None:
    settings.SMS = "nowhere.Gateway"
    with pytest.raises(Later, match="GONGKAI_SMS"):
        carrier()
