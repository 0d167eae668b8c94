"""A reply that went out over the internet, as the bound scan."""

from __future__ import annotations

from gongkai.web.letters.actions.dispatch import dispatch
from gongkai.web.letters.actions.scan import bind_scan
from gongkai.web.letters.models import Letter
from tests.web.letters.bureau import PDF, equip
from tests.web.offices import Office
from tests.web.replies.desk import LATER, NOON, applied, numbered, signed, written


def sent_online(office: Office) -> Letter:
    """The letter, sent."""
    equip(office)
    letter = numbered(office, signed(office, written(office, applied(office))))
    bind_scan(office.actor("handler"), letter, "扫描件.pdf", PDF, seen=letter.version, now=NOON)
    dispatch(office.actor("handler"), letter, "electronic", on=LATER, seen=letter.version, now=NOON)
    return letter
