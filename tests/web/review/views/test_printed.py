"""The two forms on paper: every field, at every stage."""

from __future__ import annotations

from gongkai.web.review.core.content import short
from tests.web.offices import Office
from tests.web.review.conftest import Round


def printed(round_: Round, form: str) -> str:
    """The form as the author gets it."""
    response = round_.office.client("handler").get(f"/office/review/{round_.file.id}/{form}/")
    assert response.status_code == 200
    return response.content.decode()


def test_release_form_with_every_signature_and_the_fingerprint(round_: Round) -> None:
    empty = printed(round_, "form")
    assert "年　　月　　日" in empty
    round_.complete()
    html = printed(round_, "form")
    for role in ("handler", "reviewer", "office_head", "leader", "secrecy_reviewer"):
        assert round_.office.person(role).name in html
    for words in ("一审一校", "二审二校", "三审三校", "同意2", "可以公开", "政府网站", "通知公告", "原创"):
        assert words in html
    assert short(round_.file.review.hash) in html


def test_secrecy_form(round_: Round) -> None:
    assert "□不予公开" in printed(round_, "secrecy-form")
    round_.secrecy()
    html = printed(round_, "secrecy-form")
    assert "不涉及国家秘密" in html
    assert "□不予公开" not in html
    assert round_.office.organ.name in html


def test_another_organ(round_: Round, other_office: Office) -> None:
    for form in ("form", "secrecy-form"):
        assert (
            other_office.client("handler").get(f"/office/review/{round_.file.id}/{form}/").status_code == 404
        )
