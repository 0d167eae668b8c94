"""Releasing and withdrawing an answer by its page; 409 for who looked at an older state."""

from __future__ import annotations

from gongkai.web.replies.models import Answer
from gongkai.web.review.actions.drafts import save_draft
from tests.web.applications.lives import PHONE
from tests.web.offices import Office
from tests.web.replies.actions.test_publish import proposed, reviewed
from tests.web.replies.desk import NOON


def test_release_and_withdrawal(bureau: Office, other_office: Office) -> None:
    source, client = proposed(bureau), bureau.client("publisher")
    address = f"/office/answers/{source.pk}/"
    assert "未发布" in client.get("/office/answers/").content.decode()
    assert "还没有送审" in client.get(address).content.decode()
    file = reviewed(bureau, source)
    assert client.post(f"{address}release/", {"position": 1}).status_code == 409
    assert client.post(f"{address}release/", {"position": "x"}).status_code == 422
    assert client.post(f"{address}release/", {"position": file.position}).status_code == 302
    one = Answer.objects.for_organ(bureau.organ).get()
    assert f"/answers/{one.pk}/" in client.get(address).content.decode()
    assert client.post(f"{address}withdrawal/", {"reason": ""}).status_code == 422
    assert client.post(f"{address}withdrawal/", {"reason": "内容过时"}).status_code == 302
    assert client.post(f"{address}withdrawal/", {"reason": "另一个理由"}).status_code == 409
    assert "内容过时" in client.get(address).content.decode()
    assert other_office.client("publisher").get(address).status_code == 404
    assert bureau.client("handler").post(f"{address}release/").status_code == 403


def test_personal_data_are_shown_where_they_stand(bureau: Office) -> None:
    source = proposed(bureau)
    save_draft(bureau.actor("handler"), source.draft, 1, NOON, body=f"请联系{PHONE}。")
    client = bureau.client("publisher")
    assert "发现1处" in client.get(f"/office/answers/{source.pk}/").content.decode()
    file = reviewed(bureau, source)
    response = client.post(f"/office/answers/{source.pk}/release/", {"position": file.position})
    assert response.status_code == 422
    assert "个人信息" in response.content.decode()
