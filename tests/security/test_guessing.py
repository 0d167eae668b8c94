"""Security checks C14, C42: guessing number and code of a case gets nobody in and tells nobody which numbers there are.

``GONGKAI_TRIES`` says how many guesses (10,000 in ``make security``).
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from gongkai.web.applications.codes import code_hash, new_code
from gongkai.web.applications.models import Application
from gongkai.web.applying.holding import new_token
from gongkai.web.applying.models import HeldFile
from gongkai.web.applying.views import case as view
from gongkai.web.limits.table import limit
from tests.web.applying.citizens import PNG, cited, typed
from tests.web.offices import Office

TRIES = int(os.environ.get("GONGKAI_TRIES") or 150)
PLACES = max(3, TRIES // 10)
"""So many addresses that twice the limit is tried from each."""
MOST = limit("case_code").count


def guess(number: str, code: str, place: int) -> tuple[int, str]:
    """One guess; its status, and the page without what was typed and without the minutes to wait."""
    client = Client(SERVER_NAME="localhost", REMOTE_ADDR=f"10.{place >> 16}.{place >> 8 & 255}.{place & 255}")
    answer: HttpResponse = client.post("/case/", {"number": number, "code": code})
    page = re.sub(r'value="[^"]*"', "", answer.content.decode())
    return answer.status_code, re.sub(r"\d+分钟", "…分钟", page)


def guesses(there: str) -> Iterator[tuple[str, str, int]]:
    """Numbers that there are and that there are not, by turns, with codes of the right shape, place by place."""
    for n in range(TRIES):
        turn, place = divmod(n, PLACES)
        number = there if (turn + place) % 2 else f"2099-{n:05d}"
        yield number, f"{n:016d}", place


def test_no_answer_tells_what_was_wrong(office: Office) -> None:
    """Of all the guesses five from each address are answered, all in the same words; the rest must wait."""
    one, _ = cited(office)
    answers = [guess(*each) for each in guesses(one.number)]
    wrong = [page for status, page in answers if status == 400]
    wait = [page for status, page in answers if status == 429]
    assert len(wrong) + len(wait) == TRIES, {status for status, _ in answers}
    assert len(wrong) == MOST * PLACES
    assert len(set(wrong)) == 1
    assert len(set(wait)) == 1


def test_the_code_of_another_case_is_as_wrong(office: Office) -> None:
    (one, code), (other, _) = cited(office), cited(office)
    answers = {
        guess(*each) for each in ((other.number, code, 1), ("2099-00001", code, 2), (one.number, "x" * 16, 3))
    }
    assert len(answers) == 1


def test_an_address_that_waits_does_not_learn_that_it_was_right(office: Office) -> None:
    one, code = cited(office)
    for _ in range(MOST):
        assert guess(one.number, "0" * 16, 9)[0] == 400
    assert guess(one.number, code, 9)[0] == 429
    assert guess(one.number, code, 10)[0] == 200, "nobody can shut the applicant out elsewhere"


def test_control_an_answer_that_differs_is_noticed(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    one, _ = cited(office)

    def telling(number: str, code: str) -> Application | None:
        known = Application.objects.for_organ(office.organ).filter(number=number).exists()
        monkeypatch.setattr(view, "WRONG", "查询码不对。" if known else "没有这个登记号。")
        return None

    monkeypatch.setattr(view, "by_code", telling)
    wrong = {page for status, page in (guess(*each) for each in guesses(one.number)) if status == 400}
    assert len(wrong) == 2


def test_control_the_right_pair_gets_in(office: Office) -> None:
    one, code = cited(office)
    assert guess(one.number, code, 1)[0] == 200
    assert code_hash(new_code()) != one.code_hash


def test_guessing_the_token_of_held_files(office: Office) -> None:
    """No token of a stranger's form shows his files, files them, takes them away, or is told apart from another."""
    address = f"/apply/{office.organ.code}/person/"
    asked, whole = typed(document_number=""), typed()
    theirs = {"files": SimpleUploadedFile("申请人丑寅的证明.png", PNG)}
    page = Client(SERVER_NAME="localhost").post(address, typed(document_number="") | theirs).content.decode()
    token = re.search(r'name="held" value="([^"]+)"', page)
    assert token
    stranger = Client(SERVER_NAME="localhost", REMOTE_ADDR="10.9.9.9")
    near = [token[1][:at] + ("A" if token[1][at] != "A" else "B") + token[1][at + 1 :] for at in range(32)]
    guesses = [*near, token[1].swapcase(), token[1][:-1], *(new_token() for _ in range(TRIES))]
    told = {stranger.post(address, asked | {"held": one}).content.decode() for one in guesses}
    assert len(told) == 1
    assert "丑寅" not in told.pop()
    assert stranger.post(address, whole | {"held": near[0]}).status_code == 400
    assert not Application.objects.for_organ(office.organ).exists()
    assert HeldFile.objects.for_organ(office.organ).count() == 1
    mine = stranger.post(address, asked | {"held": token[1]}).content.decode()
    assert "丑寅" in mine, "control: the right one shows its files"
