"""What is posted to a letter: done once, told where it cannot be, 409 for who looked at an older version."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from gongkai.web.letters.models import Letter
from gongkai.web.letters.standing import bound_scan
from gongkai.web.letters.views.lists import address
from tests.web.letters.bureau import PDF, drafted
from tests.web.objects import Bucket
from tests.web.offices import Office


def post(client: Client, letter: Letter, act: str, name: str, **data: Any) -> Any:
    named = {f"{name}-{key}": value for key, value in data.items()}
    return client.post(f"{address(letter)}{act}/", named, follow=True)


def test_from_the_number_to_the_dispatch(bureau: Office) -> None:
    head, clerk, one = bureau.client("office_head"), bureau.client("handler"), drafted(bureau)
    page = post(head, one, "number", "issue", on="2026-03-25", seen=1).content.decode()
    assert "文号为临司公开答〔2026〕1号" in page
    scan = SimpleUploadedFile("盖章件.pdf", PDF)
    page = post(clerk, one, "scan", "scan", file=scan, seen=2).content.decode()
    assert "“盖章件.pdf”已与第2版的文字对应" in page
    one.refresh_from_db()
    assert bound_scan(one) is not None
    page = post(head, one, "dispatch", "dispatch", way="electronic", on="2026-03-26", seen=2).content.decode()
    assert "已登记发出" in page


def test_voiding(bureau: Office) -> None:
    head = bureau.client("office_head")
    assert "已经作废" in post(head, drafted(bureau), "void", "void", reason="甲", seen=1).content.decode()


def test_a_problem_is_told_beside_its_form(bureau: Office) -> None:
    head, one = bureau.client("office_head"), drafted(bureau)
    response = post(head, one, "void", "void", reason="", seen=1)
    assert response.status_code == 422
    assert "请填写这一项" in response.content.decode()
    response = post(head, one, "number", "issue", on="2099-01-01", seen=1)
    assert response.status_code == 422
    assert "还没有到" in response.content.decode()
    assert '<details class="act" open><summary>编号' in response.content.decode()
    post(head, one, "number", "issue", on="2026-03-25", seen=1)
    response = post(head, one, "scan", "scan", file=SimpleUploadedFile("甲.txt", b"x"), seen=2)
    assert response.status_code == 422
    assert "PDF、OFD或者图片" in response.content.decode()


def test_who_saw_an_older_version(bureau: Office) -> None:
    head, one = bureau.client("office_head"), drafted(bureau)
    for seen in (2, "x", ""):
        response = post(head, one, "void", "void", reason="甲", seen=seen)
        assert response.status_code == 409
        assert "不是现行版本" in response.content.decode()


def test_another_organs_letter(bureau: Office, other_office: Office) -> None:
    one, head = drafted(bureau), other_office.client("office_head")
    for act, name in (("number", "issue"), ("scan", "scan"), ("dispatch", "dispatch"), ("void", "void")):
        assert post(head, one, act, name, seen=1).status_code == 404


def test_while_the_store_of_files_is_away_nothing_is_numbered(bureau: Office, bucket: Bucket) -> None:
    head, one = bureau.client("office_head"), drafted(bureau)
    with bucket.server.away():
        response = post(head, one, "number", "issue", on="2026-03-25", seen=1)
    assert response.status_code == 422
    assert "文件没有保存" in response.content.decode()
    one.refresh_from_db()
    assert (one.number, one.version) == ("", 1)
    assert (
        "文号为临司公开答〔2026〕1号"
        in post(head, one, "number", "issue", on="2026-03-25", seen=1).content.decode()
    )
