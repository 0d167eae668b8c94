"""From the first question to a proposal by pages alone; a refusal keeps what was typed; two people at once."""

from __future__ import annotations

from typing import Any

from django.test import Client

from gongkai.web.applications.models import Application, Proposal
from tests.web.applications.acting import recent
from tests.web.offices import Office

KIND = "unavailable.not_held.nonexistent"


def room(one: Application, *parts: str) -> str:
    return f"/office/applications/{one.number}/proposals/" + "".join(f"{part}/" for part in parts)


def write(client: Client, one: Application, kind: str = KIND, **values: Any) -> Any:
    start = {"seen": 0, "fact-search_record": "检索了档案系统", "correction": "clear"}
    return client.post(room(one, "new", kind), start | values)


def test_the_questions_lead_there(office: Office) -> None:
    one, client = recent(office), office.client("handler")
    assert "申请内容是否明确" in client.get(room(one)).content.decode()
    answers = {"correction": "clear", "nature": "yes", "responsibility": "ours", "existence": "nonexistent"}
    page = client.get(room(one), answers).content.decode()
    assert "经检索，信息不存在" in page
    assert f"/proposals/new/{KIND}/" in page
    assert "请在收到申请后的法定期限内" in client.get(room(one), {"correction": "unclear"}).content.decode()
    assert client.get(room(one), {"correction": "no such"}).status_code == 302


def test_a_proposal_is_made_and_taken_back(office: Office) -> None:
    one, client = recent(office), office.client("handler")
    assert "检索记录" in client.get(room(one, "new", KIND)).content.decode()
    done = write(client, one)
    assert done.status_code == 302
    page = client.get(done["Location"]).content.decode()
    assert "第1项：经检索，信息不存在" in page
    made = Proposal.objects.for_organ(office.organ).get()
    assert made.answers == {"correction": "clear"}
    assert client.post(room(one, "1", "withdrawal"), {"seen": 1}).status_code == 302
    assert "第1项" not in client.get(done["Location"]).content.decode()
    assert client.post(room(one, "1", "withdrawal"), {"seen": 1}).status_code == 409
    assert client.post(room(one, "9", "withdrawal"), {"seen": 2}).status_code == 404


def test_a_refusal_keeps_what_was_typed(office: Office) -> None:
    one, client = recent(office), office.client("handler")
    answer = client.post(
        room(one, "new", "withheld.deliberative"),
        {
            "seen": 0, "fact-limb": "过程稿", "fact-reasons": "仍在讨论", "fact-not_severable": "不能",
            "bars": "severable",
        },
    )  # fmt: skip
    assert answer.status_code == 422
    assert "请改为部分公开" in answer.content.decode()
    assert "仍在讨论" in answer.content.decode()


def test_a_part_asks_for_its_grounds_first(office: Office) -> None:
    one, client = recent(office), office.client("handler")
    first = client.get(room(one, "new", "partly_disclosed")).content.decode()
    assert "不公开的部分依据什么" in first
    then = client.get(
        room(one, "new", "partly_disclosed"), {"ground": ["withheld.deliberative"]}
    ).content.decode()
    assert "讨论记录" in then


def test_two_at_once(office: Office) -> None:
    one = recent(office)
    assert write(office.client("handler"), one).status_code == 302
    answer = write(office.client("handler", 2), one, **{"fact-search_record": "另查了业务系统"})
    text = answer.content.decode()
    assert answer.status_code == 409
    assert f"{office.person('handler').name}拟定了“经检索，信息不存在”" in text
    assert "另查了业务系统" in text


def test_no_such_kind(office: Office) -> None:
    one = recent(office)
    assert office.client("handler").get(room(one, "new", "weather")).status_code == 404
