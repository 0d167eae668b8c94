"""The start page shows who drafts which letters wait for the seal; trials and drafts do not."""

from __future__ import annotations

from gongkai.web.letters.actions.issue import issue
from gongkai.web.letters.unsealed import unsealed
from tests.web.letters.bureau import DAY, NOW, cases_known, drafted
from tests.web.offices import Office


def test_what_waits_for_the_seal(bureau: Office, other_office: Office) -> None:
    head, clerk = bureau.actor("office_head"), bureau.actor("handler")
    drafted(bureau)
    issue(head, drafted(bureau, subject="trial/1"), on=DAY, seen=1, now=NOW)
    assert list(unsealed(bureau.organ, clerk, DAY)) == []
    one = issue(head, drafted(bureau), on=DAY, seen=1, now=NOW)
    (waiting,) = unsealed(bureau.organ, clerk, DAY)
    assert waiting.words == "政府信息公开申请答复书（临司公开答〔2026〕1号）"
    assert waiting.address == f"/office/letters/{one.pk}/"
    assert list(unsealed(other_office.organ, other_office.actor("handler"), DAY)) == []
    assert "待用印的文书" in bureau.client("handler").get("/office/").content.decode()
    with cases_known(may_draft=lambda actor, key: False):
        assert list(unsealed(bureau.organ, clerk, DAY)) == []
