"""What everybody has signed waits for its number, until it has one."""

from __future__ import annotations

from gongkai.web.replies.ready import ready
from tests.web.offices import Office
from tests.web.replies.desk import LATER, applied, numbered, signed, written


def test_until_it_has_its_number(bureau: Office, other_office: Office) -> None:
    clerk, letter = bureau.actor("handler"), written(bureau, applied(bureau))
    signed(bureau, letter, secrecy=False)
    assert list(ready(bureau.organ, clerk, LATER)) == []
    other = signed(bureau, written(bureau, applied(bureau)))
    assert [str(other.pk) in one.address for one in ready(bureau.organ, clerk, LATER)] == [True]
    assert list(ready(other_office.organ, other_office.actor("handler"), LATER)) == []
    assert "已经签署、待编号的文书" in bureau.client("handler").get("/office/").content.decode()
    numbered(bureau, other)
    assert list(ready(bureau.organ, clerk, LATER)) == []
