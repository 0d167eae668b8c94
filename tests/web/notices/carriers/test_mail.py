"""Mail to a real server on this machine; no header can be added (C31)."""

from __future__ import annotations

from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

import pytest

from gongkai.web.notices.carriers.carrier import Hopeless, Later
from gongkai.web.notices.carriers.local import Console
from gongkai.web.notices.carriers.mail import MailFolder, Server, carrier, written
from gongkai.web.notices.carriers.mail_way import MailWay
from tests.web.notices.messages import message
from tests.web.notices.servers import MailServer, port_of, running

INJECTIONS = [
    "题\r\nBcc: thief@elsewhere.example", "题\nBcc: thief@elsewhere.example", "题\rX: y", "题\x0bX: y",
    "题\u2028X: y", "题\x00",
]  # fmt: skip


def test_a_mail_arrives_with_its_headers() -> None:
    with running(MailServer()) as server:
        Server(host="127.0.0.1", port=port_of(server)).carry(message())
    ((people, text),) = server.mails
    assert people == ["RCPT TO:<SOMEBODY@OFFICE.EXAMPLE>"]
    mail = message_from_bytes(text.encode(), policy=policy.default)
    assert mail["Subject"] == message().title
    assert (mail["Auto-Submitted"], mail["Message-ID"]) == (
        "auto-generated",
        f"<{message().id}@gongkai.invalid>",
    )
    assert "http://127.0.0.1:8000/office/" in mail.get_content()


@pytest.mark.parametrize("title", INJECTIONS)
def test_a_title_adds_no_header(title: str) -> None:
    with running(MailServer()) as server, pytest.raises(Hopeless):
        Server(host="127.0.0.1", port=port_of(server)).carry(message(title=title))
    assert server.mails == []


@pytest.mark.parametrize(
    "address", ["a@b.example\nBcc: x@y.example", "a@b.example, x@y.example", "nobody", ""]
)
def test_an_address_is_one_address(address: str) -> None:
    with running(MailServer()) as server, pytest.raises(Hopeless):
        Server(host="127.0.0.1", port=port_of(server)).carry(message(address=address))
    assert server.mails == []


@pytest.mark.parametrize(("code", "failure"), [(550, Hopeless), (450, Later)])
def test_what_the_server_says_decides(code: int, failure: type[Exception]) -> None:
    with running(MailServer(refuse=code)) as server, pytest.raises(failure):
        Server(host="127.0.0.1", port=port_of(server)).carry(message())


def test_a_server_that_is_not_there_is_asked_later() -> None:
    with pytest.raises(Later, match="连接不上"):
        Server(host="127.0.0.1", port=1).carry(message())


def test_a_file_a_mail(tmp_path: Path) -> None:
    MailFolder(tmp_path).carry(message())
    (file,) = tmp_path.iterdir()
    assert file.name == f"{message().id}.eml"
    assert file.read_bytes() == file.read_bytes().replace(b"Bcc", b"")


def test_the_setting_chooses(settings: Any, tmp_path: Path) -> None:
    settings.DATA = tmp_path
    for way, kind in (
        (MailWay("file"), MailFolder),
        (MailWay("console"), Console),
        (MailWay("smtp", "x", 25), Server),
    ):
        settings.MAIL = way
        assert isinstance(carrier(), kind)


def test_it_asks_for_no_answer() -> None:
    assert "请勿回复" in written(message()).body
