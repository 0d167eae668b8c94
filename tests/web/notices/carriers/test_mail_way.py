"""How mail leaves, from one setting."""

from __future__ import annotations

import pytest

from gongkai.web.environment import SettingError
from gongkai.web.notices.carriers.mail_way import MailWay, mail_way


@pytest.mark.parametrize(
    ("value", "way"),
    [
        ("", MailWay("file")),
        ("console", MailWay("console")),
        ("smtp://mail.example", MailWay("smtp", "mail.example", 25)),
        (
            "smtp+tls://u:p%40ss@mail.example",
            MailWay("smtp", "mail.example", 587, "u", "p@ss", starttls=True),
        ),
        ("smtps://u@mail.example:4650", MailWay("smtp", "mail.example", 4650, "u", tls=True)),
    ],
)
def test_a_way(monkeypatch: pytest.MonkeyPatch, value: str, way: MailWay) -> None:
    monkeypatch.setenv("GONGKAI_MAIL", value)
    assert mail_way("GONGKAI_MAIL") == way


@pytest.mark.parametrize(
    "value", ["mail.example", "http://mail.example", "smtp://", "smtp://mail:secret@x:abc"]
)
def test_another_is_told_at_start_without_its_password(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("GONGKAI_MAIL", value)
    with pytest.raises(SettingError, match="GONGKAI_MAIL") as told:
        mail_way("GONGKAI_MAIL")
    assert "secret" not in str(told.value)
