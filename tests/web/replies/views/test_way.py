"""From the draft to the delivery on one page; 409 for who looked at an older state."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from gongkai.statute.events import Kind
from gongkai.web.applications.cases import state_of
from gongkai.web.letters.actions.draft import redraft
from gongkai.web.letters.models import Letter
from gongkai.web.replies.facts import events_of
from gongkai.web.replies.models import Correction
from gongkai.web.replies.reviewing import KEY, review_of
from gongkai.web.review.actions.chains import follow_kind, set_chain
from gongkai.web.review.actions.signing import sign
from gongkai.web.review.core.chain import DEFAULT, Chain, Step
from gongkai.web.review.core.words import checks
from gongkai.web.review.models import ReviewChain
from tests.web.applications.lives import NAME
from tests.web.letters.bureau import PDF
from tests.web.offices import Office
from tests.web.replies.desk import LATER, NOON, applied, replied, seen, signed, typed, written


def post(client: Client, letter: Letter, act: str, **data: Any) -> Any:
    prefix = {"deliveries": "delivery"}.get(act, act)
    named = {f"{prefix}-{key}": value for key, value in data.items()}
    return client.post(f"/office/replies/{letter.pk}/{act}/", named)


def page(office: Office, letter: Letter, role: str = "handler") -> str:
    response = office.client(role).get(f"/office/replies/{letter.pk}/")
    assert response.status_code == 200
    return str(response.content.decode())


def test_review(bureau: Office) -> None:
    letter = written(bureau, applied(bureau))
    assert "还没有送审" in page(bureau, letter)
    client = bureau.client("handler")
    assert post(client, letter, "review", position=0).status_code == 302
    file = review_of(letter)
    assert file is not None
    assert f"/office/review/{file.id}/" in page(bureau, letter, "reviewer")
    shown = bureau.client("reviewer").get(f"/office/review/{file.id}/").content.decode()
    assert "申请公开的内容" in shown or NAME in shown
    response = post(client, letter, "review", position=file.position)
    assert response.status_code == 422
    assert "正在审核" in response.content.decode()
    assert post(client, letter, "review", position="x").status_code == 422


def test_the_chain_that_holds_is_shown(bureau: Office) -> None:
    letter, today = written(bureau, applied(bureau), "D02"), timezone.now()
    assert "审核环节（一般环节）：一审一校（审核员） → " in page(bureau, letter)
    short = Chain((Step("审核", ("office_head",)),))
    set_chain(bureau.actor("office_head"), KEY, short, today, "D02")
    own = "审核环节（这种文书单独设定）：审核（工作机构负责人） → 保密审查（保密审查员，单独签署）"
    assert own in page(bureau, letter)
    assert post(bureau.client("handler"), letter, "review", position=0).status_code == 302
    follow_kind(bureau.actor("office_head"), KEY, "D02", today)
    assert own in page(bureau, letter)
    assert "一般环节" in page(bureau, written(bureau, applied(bureau), "D02"))


def test_a_chain_that_does_not_do_is_said_before_it_is_submitted(bureau: Office) -> None:
    set_chain(bureau.actor("office_head"), KEY, DEFAULT, timezone.now())
    letter = written(bureau, applied(bureau))
    assert "现在不能送审" not in page(bureau, letter)
    ReviewChain.objects.for_organ(bureau.organ).update(steps=[
        {"name": name, "roles": ["reviewer"], "own_unit": False} for name in ("初审", "复审")
    ])  # fmt: skip
    assert "现在不能送审：没有只由工作机构负责人" in page(bureau, letter)
    response = post(bureau.client("handler"), letter, "review", position=0)
    assert response.status_code == 422
    assert "现在的审核环节不能用于这一件" in response.content.decode()


def test_who_looked_at_an_older_state_is_told(bureau: Office) -> None:
    letter, client = written(bureau, applied(bureau)), bureau.client("handler")
    post(client, letter, "review", position=0)
    file = review_of(letter)
    assert file is not None
    actor = bureau.actor("reviewer")
    sign(actor, file.id, seen(file), NOON, step=1, checks=checks(), opinion="同意")
    redraft(bureau.actor("handler"), letter, typed("D13", reasons="另写的理由。"), on=LATER, seen=1, now=NOON)
    response = post(client, letter, "review", position=file.position)
    assert response.status_code == 409
    assert "刚刚有新的办理" in response.content.decode()
    assert post(client, letter, "review", position=file.position + 1).status_code == 302


def test_signed_and_changed(bureau: Office) -> None:
    letter = signed(bureau, written(bureau, applied(bureau)))
    assert "可以编号" in page(bureau, letter)


def test_delivery(bureau: Office) -> None:
    one = applied(bureau)
    letter, client = replied(bureau, one), bureau.client("handler")
    data = {"what": "received", "channel": "registered_mail", "on": LATER.isoformat()}
    response = post(client, letter, "deliveries", **data)
    assert response.status_code == 422
    assert "应当有凭证" in response.content.decode()
    data |= {"tracking": "XA1", "file": SimpleUploadedFile("回证.pdf", PDF)}
    assert post(client, letter, "deliveries", **data).status_code == 302
    assert events_of(state_of(one, LATER), Kind.DELIVERED)
    text = page(bureau, letter)
    assert "XA1" in text
    assert "回证.pdf" in text
    bad = data | {"what": "posted", "file": SimpleUploadedFile("回证.exe", b"MZ")}
    assert post(client, letter, "deliveries", **bad).status_code == 422


def test_correction(bureau: Office) -> None:
    letter, client = replied(bureau, applied(bureau)), bureau.client("handler")
    response = post(client, letter, "correction", reason="文件名称有误", holds="名称为乙", seen=0)
    new = Correction.objects.for_organ(bureau.organ).get().letter
    assert response.headers["Location"] == f"/office/letters/{new.pk}/versions/"
    assert client.get(response.headers["Location"]).status_code == 200
    assert "文件名称有误" in page(bureau, letter)
    assert "本文书更正" in page(bureau, new)
    # Somebody else's page still showed none: he is told, and nothing is drafted.
    assert post(client, letter, "correction", reason="甲", holds="乙", seen=0).status_code == 409
    assert 'name="correction-seen" value="1"' in page(bureau, letter)
    assert Correction.objects.for_organ(bureau.organ).count() == 1


def test_what_is_not_ones_own_is_not_there(bureau: Office, other_office: Office) -> None:
    letter = written(bureau, applied(bureau))
    other = other_office.client("handler")
    assert other.get(f"/office/replies/{letter.pk}/").status_code == 404
    for act in ("review", "deliveries", "correction"):
        assert post(other, letter, act).status_code == 404
    assert post(bureau.client("reviewer"), letter, "review", position=0).status_code == 403
