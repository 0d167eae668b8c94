"""Acts on the own case: with the pass, on what was seen; a clash is 409 and loses nothing that was typed (C12, C38, C41)."""

from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from gongkai.statute.events import Kind
from gongkai.web.applications.actions.attempt import log_attempt
from gongkai.web.applications.cases import rows_of, state_of
from gongkai.web.applying.actions.fetch import received
from gongkai.web.applying.holding import ENDED
from gongkai.web.applying.letters import mail_of
from gongkai.web.applying.models import HeldFile, Rating
from gongkai.web.attachments.models import Attachment
from gongkai.web.limits.table import limit
from gongkai.web.replies.entering import case_of
from tests.web.applying.citizens import PNG, at_the_case, cited, confirmed, nobody, picture, today
from tests.web.applying.mailed import sent_online
from tests.web.letters.bureau import PDF
from tests.web.offices import Office

TEXT = "补正的文字戊己"


@pytest.mark.parametrize(
    "name", ["correction", "reasons", "material", "withdrawal", "letter", "rating", "receipt", "suggestion"]
)
def test_without_a_pass_nothing_is_done_and_nothing_lost(office: Office, name: str) -> None:
    one, _ = confirmed(office)
    before = len(rows_of(one))
    answer = nobody().post(f"/case/{name}/", at_the_case(one) | {"pass": "x", "text": TEXT, "sure": "on"})
    assert answer.status_code == 403
    assert TEXT in answer.content.decode()
    assert len(rows_of(one)) == before


def test_a_correction_and_the_same_again(office: Office) -> None:
    one, _ = confirmed(office)
    today(office, one, Kind.CORRECTION_NOTICE)
    form = at_the_case(one, text=TEXT)
    answer = nobody().post("/case/correction/", form)
    assert answer.status_code == 200
    assert "补正已经收到" in answer.content.decode()
    assert rows_of(one)[-1].kind == str(Kind.CORRECTED)
    again = nobody().post("/case/correction/", form)
    assert again.status_code == 409
    assert "有了新的进展" in again.content.decode()
    assert TEXT in again.content.decode()
    assert [row.kind for row in rows_of(one)].count(str(Kind.CORRECTED)) == 1


def test_the_office_was_first(office: Office) -> None:
    one, _ = confirmed(office)
    form = at_the_case(one, sure="on", text="说明庚")
    today(office, one, Kind.CORRECTION_NOTICE)
    answer = nobody().post("/case/withdrawal/", form)
    assert answer.status_code == 409
    assert "说明庚" in answer.content.decode()
    assert "补正告知书" in answer.content.decode()
    assert nobody().post("/case/withdrawal/", at_the_case(one, sure="on")).status_code == 200
    assert state_of(one, timezone.localdate()).stage == "closed"


def test_what_the_law_does_not_allow_is_said(office: Office) -> None:
    one, _ = confirmed(office)
    answer = nobody().post("/case/correction/", at_the_case(one, text=TEXT))
    assert answer.status_code == 400
    assert "没有办成" in answer.content.decode()


def test_material_and_rating(office: Office) -> None:
    one, _ = confirmed(office)
    assert nobody().post("/case/material/", at_the_case(one, text="")).status_code == 400
    assert nobody().post("/case/material/", at_the_case(one, text=TEXT)).status_code == 200
    assert nobody().post("/case/rating/", at_the_case(one, score=5)).status_code == 400
    nobody().post("/case/withdrawal/", at_the_case(one, sure="on"))
    assert nobody().post("/case/rating/", at_the_case(one, score=5, words="好")).status_code == 200
    assert Rating.objects.for_organ(office.organ).get().score == 5


def test_the_applicant_confirms_where_the_office_asked(office: Office) -> None:
    one, _ = cited(office)
    page = nobody().post("/case/", at_the_case(one)).content.decode()
    assert "/case/receipt/" not in page
    answer = nobody().post("/case/receipt/", at_the_case(one, sure="on"))
    assert answer.status_code == 400
    assert "还没有请您在网上确认" in answer.content.decode()
    clerk, now = office.client("handler"), timezone.now()
    log_attempt(office.actor("handler"), one, timezone.localdate(), "打电话没有人接", now)
    assert nobody().post("/case/receipt/", at_the_case(one, sure="on")).status_code == 400
    form = {"seen": "1", "on": str(timezone.localdate()), "text": "请在网上确认", "online": "on"}
    assert clerk.post(f"/office/applications/{one.number}/attempts/", form).status_code == 302
    assert "/case/receipt/" in nobody().post("/case/", at_the_case(one)).content.decode()
    assert nobody().post("/case/receipt/", at_the_case(one)).status_code == 400
    assert state_of(one, timezone.localdate()).case.received_on is None
    shown = at_the_case(one, sure="on")
    assert "已经确认" in nobody().post("/case/receipt/", shown).content.decode()
    case = state_of(one, timezone.localdate()).case
    assert (case.received_on, case.stage) == (timezone.localdate(), "processing")
    assert rows_of(one)[-1].by == "citizen"
    assert nobody().post("/case/receipt/", shown).status_code == 409
    assert "/case/receipt/" not in nobody().post("/case/", at_the_case(one)).content.decode()


def test_a_suggestion_arrives_in_the_office(office: Office) -> None:
    one, _ = confirmed(office)
    address = f"/office/applications/{one.number}/drafts/"
    assert "建议纳入主动公开的范围，理由" not in office.client("handler").get(address).content.decode()
    answer = nobody().post("/case/suggestion/", at_the_case(one, text="涉及公众利益壬癸"))
    assert "您的建议已经收到" in answer.content.decode()
    assert "涉及公众利益壬癸" not in answer.content.decode()
    assert "建议纳入主动公开的范围，理由" in office.client("handler").get(address).content.decode()
    sent = office.client("handler").post(f"/office/applications/{one.number}/sent/").content.decode()
    assert "涉及公众利益壬癸" in sent
    assert len(rows_of(one)) == state_of(one, timezone.localdate()).position


def test_reasons(office: Office) -> None:
    one, _ = confirmed(office)
    today(office, one, Kind.REASONS_REQUESTED)
    assert nobody().post("/case/reasons/", at_the_case(one, text=TEXT)).status_code == 200
    assert rows_of(one)[-1].kind == str(Kind.REASONS_GIVEN)


def test_the_letter_as_a_download(office: Office) -> None:
    one = case_of(sent_online(office))
    (mail,) = mail_of(one)
    answer = nobody().post("/case/letter/", at_the_case(one, file=str(mail.files[0].pk)))
    assert (answer.status_code, answer.content) == (200, PDF)
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert received(mail)
    other, _ = confirmed(office)
    for file in (str(mail.files[0].pk), "x", ""):
        assert nobody().post("/case/letter/", at_the_case(other, file=file)).status_code == 404


def test_too_many_acts_from_one_address(office: Office) -> None:
    one, _ = confirmed(office)
    for _ in range(limit("case_act").count):
        nobody().post("/case/letter/", at_the_case(one, file="x"))
    answer = nobody().post("/case/letter/", at_the_case(one, file="x"))
    assert answer.status_code == 429
    assert (
        nobody(REMOTE_ADDR="192.0.2.30").post("/case/letter/", at_the_case(one, file="x")).status_code == 404
    )


@pytest.mark.parametrize("kind", ["correction", "reasons", "material"])
def test_the_files_of_an_answer_that_comes_back_are_held(office: Office, kind: str) -> None:
    one, _ = confirmed(office)
    if kind != "material":
        today(office, one, Kind.CORRECTION_NOTICE if kind == "correction" else Kind.REASONS_REQUESTED)
    address = f"/case/{kind}/"
    files = [SimpleUploadedFile(name, picture(n)) for n, name in enumerate(("甲.png", "乙.png"))]
    answer = nobody().post(address, at_the_case(one, text=" ", files=files))
    page = answer.content.decode()
    token = re.search(r'name="held" value="([\w-]{32})"', page)
    boxes = re.findall(r'name="leave" value="([\w-]+)"', page)
    assert (answer.status_code, len(boxes)) == (400, 2)
    assert token
    assert not Attachment.objects.for_organ(office.organ).exists()
    sent = {"text": TEXT, "held": token[1]}
    wrong = nobody().post(address, at_the_case(one, **sent | {"held": "A" * 32}))
    assert (wrong.status_code, ENDED in wrong.content.decode()) == (400, True)
    assert TEXT in wrong.content.decode()
    assert nobody().post(address, at_the_case(one, **sent, leave=boxes[:1])).status_code == 200
    assert [file.name for file in Attachment.objects.for_organ(office.organ)] == ["乙.png"]
    assert not HeldFile.objects.for_organ(office.organ).exists()


def test_the_files_of_an_answer_stay_where_the_office_was_first(office: Office) -> None:
    one, _ = confirmed(office)
    today(office, one, Kind.CORRECTION_NOTICE)
    form = at_the_case(one, text=TEXT, files=SimpleUploadedFile("甲.png", PNG))
    form["seen"] -= 1
    answer = nobody().post("/case/correction/", form)
    assert answer.status_code == 409
    assert "甲.png" in answer.content.decode()
    assert HeldFile.objects.for_organ(office.organ).count() == 1


def test_without_a_pass_the_files_are_asked_for_again(office: Office) -> None:
    """Nobody knows then whose they would be."""
    one, _ = confirmed(office)
    form = at_the_case(one) | {"pass": "x", "text": TEXT}
    words = "附件需要重新选择"
    assert words not in nobody().post("/case/material/", form).content.decode()
    with_file = form | {"files": SimpleUploadedFile("甲.png", PNG)}
    assert words in nobody().post("/case/material/", with_file).content.decode()
    assert not HeldFile.objects.for_organ(office.organ).exists()
