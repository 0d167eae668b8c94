"""Who is told of what, and that no word of the content goes along."""

from __future__ import annotations

from gongkai.web.notices.models import Notice
from gongkai.web.review.telling import number_of
from tests.web.offices import Office
from tests.web.review.conftest import Round, begun


def told(round_: Round, role: str) -> list[str]:
    """The kinds of the notices of that role's person."""
    mine = Notice.objects.for_organ(round_.organ_id).filter(person=round_.office.person(role))
    return sorted(mine.values_list("kind", flat=True))


def test_each_is_told_when_it_begins_to_wait(office: Office) -> None:
    for role in ("reviewer", "office_head", "leader", "secrecy_reviewer"):
        office.person(role)
    round_ = begun(office)
    assert told(round_, "reviewer") == told(round_, "secrecy_reviewer") == ["review.waiting"]
    assert told(round_, "office_head") == []
    round_.sign(1)
    assert told(round_, "office_head") == ["review.waiting"]
    assert told(round_, "reviewer") == ["review.waiting"]
    round_.send_back(2)
    assert told(round_, "handler") == ["review.sent_back"]


def test_no_word_of_the_content(round_: Round) -> None:
    round_.sign(1).send_back(2)
    for notice in Notice.objects.for_organ(round_.organ_id):
        assert "宣传" not in notice.title + notice.text
        assert notice.link == f"/office/review/{round_.file.id}/"
    assert number_of("draft", "sha256:3f09c1a2ff") == "信息发布稿（3F09C1A2）"
