"""The page of a review: what each may do shows, everything is escaped, nothing of another organ."""

from __future__ import annotations

import pytest
from django.utils import timezone

from gongkai.web.review.actions.doing import Seen
from gongkai.web.review.actions.drafts import begin_draft, save_draft
from gongkai.web.review.actions.submitting import submit
from gongkai.web.review.core.acts import Mark
from gongkai.web.review.kinds import NoContent
from gongkai.web.review.views.page import file_for
from gongkai.web.rights.roles import roles
from tests.web.offices import Office
from tests.web.review.conftest import VALUES, Round

NASTY = "<script>alert(1)</script>"


def page(round_: Round, role: str, number: int = 1) -> str:
    """The page as that person gets it."""
    response = round_.office.client(role, number).get(f"/office/review/{round_.file.id}/")
    assert response.status_code == 200
    return response.content.decode()


FORMS = {
    "signature": "签署一审一校",
    "secrecy": "签署保密审查",
    "return": "退回",
    "withdrawal": "撤回",
    "release": "登记发布",
}


@pytest.mark.parametrize(
    ("role", "number", "may"),
    [
        ("handler", 1, {"withdrawal"}),
        ("handler", 2, set()),
        ("reviewer", 1, {"signature", "return"}),
        ("office_head", 1, set()),
        ("secrecy_reviewer", 1, {"secrecy", "return"}),
        ("publisher", 1, set()),
    ],
)
def test_each_is_offered_what_he_can_do(round_: Round, role: str, number: int, may: set[str]) -> None:
    html = page(round_, role, number)
    assert {noun for noun in FORMS if f"/{noun}/" in html} == may


def test_what_changed_since_one_last_looked(round_: Round) -> None:
    round_.sign(1)
    body = str(VALUES["body"]).replace("12", "15")
    save_draft(round_.office.actor("handler"), round_.draft, 1, timezone.now(), 2, body=body)
    round_.again()
    assert "<del>12</del><ins>15</ins>" in page(round_, "reviewer")
    assert "上次办理以来" not in page(round_, "office_head")


def test_marks_show_in_the_text_until_it_is_edited(round_: Round) -> None:
    round_.send_back(1, marks=[Mark("1.1", "三月十二日", "核对日期")])
    html = page(round_, "handler")
    assert "<mark>三月十二日</mark>" in html
    assert "核对日期" in html
    assert "/resubmission/" in html


def test_what_people_write_is_escaped(office: Office) -> None:
    author = office.actor("handler")
    draft = begin_draft(author, timezone.now(), **VALUES | {"title": NASTY, "body": NASTY, "column": NASTY})
    round_ = Round(office, draft, submit(author, "draft", str(draft.pk), timezone.now()))
    round_.send_back(1, reason=NASTY, marks=[Mark("1.1", "<script>", NASTY)])
    save_draft(author, draft, 1, timezone.now(), 2, body=f"{NASTY}改")
    for role in ("reviewer", "handler"):
        assert NASTY not in page(round_, role)


def test_another_organ_and_other_roles(round_: Round, other_office: Office) -> None:
    address = f"/office/review/{round_.file.id}/"
    missing = "/office/review/00000000-0000-0000-0000-000000000000/"
    theirs = other_office.client("reviewer")
    assert theirs.get(address).status_code == theirs.get(missing).status_code == 404
    for role in roles():
        allowed = "review.read" in roles()[role].rights
        assert round_.office.client(role).get(address).status_code == (200 if allowed else 403)
    with pytest.raises(NoContent):
        file_for(other_office.actor("reviewer"), round_.file.id)


def test_it_shows_where_it_stands(round_: Round) -> None:
    round_.complete()
    assert "可以发布" in page(round_, "publisher")
    assert "登记发布" in page(round_, "publisher")
    assert Seen(5, "x").position == round_.file.position
