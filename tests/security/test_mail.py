"""Security check C31, as far as there is mail: what goes out, goes to people of the office alone and adds no header.

The system receives no mail yet: an application by e-mail is registered by a person, who types what the mail says. There is
no automatic answer, and this holds that there is none: whatever address an application names, nobody outside is written to.
"""

from __future__ import annotations

import ast
import os
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

import pytest

from gongkai.statute.events import Channel
from gongkai.web.applications.models import Application
from gongkai.web.applying.actions.submit import submit
from gongkai.web.applying.keys import new_key
from gongkai.web.notices.actions.sending import send_due
from gongkai.web.notices.carriers.carrier import Hopeless, Message
from gongkai.web.notices.carriers.mail import MailFolder, Server
from gongkai.web.notices.carriers.mail_way import MailWay
from gongkai.web.notices.models import Notice, Outgoing
from tests.house.tree import modules, source
from tests.web.applications.lives import DAY, at, filed
from tests.web.applying.citizens import PERSON
from tests.web.notices.messages import message, reachable
from tests.web.notices.servers import MailServer, port_of, running
from tests.web.offices import Office

TRIES = int(os.environ.get("GONGKAI_TRIES") or 40) // 10
"""Forged mails in the short run; ``make security`` takes a thousand."""
VICTIM = "somebody-else@elsewhere.example"
INJECTIONS = (
    f"x\r\nBcc: {VICTIM}", f"x\nBcc: {VICTIM}", f"x\rBcc: {VICTIM}", f"x\r\n\r\nbody\r\n.\r\nRCPT TO:<{VICTIM}>\r\n",
    f"x\u2028Bcc: {VICTIM}", f"x\x00\r\nBcc: {VICTIM}", f"x>\r\nReply-To: {VICTIM}\r\nX: <",
)  # fmt: skip
FIELDS = ("id", "kind", "organ", "address", "title", "text", "link")
HEADERS = {
    "content-type", "content-transfer-encoding", "mime-version", "subject", "from", "to", "date", "message-id",
    "auto-submitted",
}  # fmt: skip


def wrong_with(data: bytes, people: list[str]) -> list[str]:
    """What a mail has that it should not have: another header, another recipient."""
    mail = message_from_bytes(data, policy=policy.default)
    strange = sorted({name.lower() for name in mail} - HEADERS)
    return strange + [one for one in [*people, str(mail["To"]), str(mail["From"])] if VICTIM in one.lower()]


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("payload", INJECTIONS)
def test_no_field_adds_a_header_or_a_recipient(field: str, payload: str, tmp_path: Path) -> None:
    one: Message = message(**{field: payload})
    with running(MailServer()) as server:
        for carrier in (Server(host="127.0.0.1", port=port_of(server)), MailFolder(tmp_path)):
            try:
                carrier.carry(one)
            except Hopeless:
                assert field in {"id", "address", "title"}, "a body may hold any line"
    for people, text in server.mails:
        assert wrong_with(text.encode(), [person for person in people if VICTIM.upper() in person]) == []
    for path in tmp_path.rglob("*"):
        assert wrong_with(path.read_bytes(), []) == []
    if field in {"organ", "text", "link", "kind"}:
        assert len(server.mails) == len(list(tmp_path.iterdir())) == 1


def test_control_an_added_header_is_seen() -> None:
    assert wrong_with(b"From: a@b.example\r\nTo: c@d.example\r\nBcc: x@y.example\r\n\r\nx", []) == ["bcc"]
    assert wrong_with(f"From: a@b.example\r\nTo: {VICTIM}\r\n\r\nx".encode(), []) == [VICTIM]


def outside(office: Office, folder: Path) -> list[str]:
    """The recipients of sent mail who are nobody of the office."""
    staff = {"handler1@office.example", "office-head1@office.example"}
    mails = [message_from_bytes(path.read_bytes(), policy=policy.default) for path in folder.glob("*.eml")]
    return [str(one["To"]) for one in mails if str(one["To"]) not in staff]


def test_forged_applications_send_nothing_to_third_parties(
    office: Office, settings: Any, tmp_path: Path
) -> None:
    """Applications by e-mail and over the internet in the name of others, each naming another's address."""
    settings.DATA, settings.MAIL = tmp_path, MailWay("file")
    reachable(office, "handler")
    reachable(office, "office_head")
    for number in range(TRIES):
        victim = {"email": f"victim{number}@elsewhere.example", "name": f"冒名者{number}"}
        filed(office, Channel.EMAIL, values=victim)
        submit(office.organ, "natural_person", PERSON | victim, new_key(), files=(), now=at(DAY))
    assert Application.objects.for_organ(office.organ).count() == 2 * TRIES
    for hours in range(0, 96, 12):
        send_due(at(DAY, hours % 24).replace(day=DAY.day + hours // 24))
    assert Notice.objects.for_organ(office.organ).exists(), "the office itself is told"
    assert outside(office, tmp_path / "outgoing" / "mail") == []
    rows = Outgoing.objects.for_organ(office.organ).filter(channel="mail")
    assert [row.pk for row in rows if row.person is None or row.opened("address")] == []
    print(f"CHECK C31 pass {2 * TRIES} forged applications, {len(rows)} mails, 0 to third parties")


def test_control_a_mail_to_a_third_party_is_seen(office: Office, tmp_path: Path) -> None:
    MailFolder(tmp_path).carry(message(address=VICTIM))
    assert outside(office, tmp_path) == [VICTIM]


def mailing(code: str) -> bool:
    """Whether a module imports what sends or fetches mail."""
    names = {"smtplib", "imaplib", "poplib", "django.core.mail"}
    found = set()
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            found |= {one.name for one in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
    return bool(found & names)


def test_mail_leaves_at_one_place_and_none_comes_in() -> None:
    """Whoever adds a mailbox (a later work) meets this test, and C31 with it."""
    assert [str(one) for one in modules() if mailing(source(one))] == ["web/notices/carriers/mail.py"]
    assert mailing("from django.core.mail import send_mail")
