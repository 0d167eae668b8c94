"""The inbox and the list of all reviews."""

from __future__ import annotations

from gongkai.web.rights.roles import roles
from tests.web.offices import Office
from tests.web.review.conftest import Round

TITLE = "关于举办法治宣传日活动的公告"


def test_the_inbox_holds_only_what_waits_for_me(round_: Round) -> None:
    for role in roles():
        if "review.read" in roles()[role].rights:
            html = round_.office.client(role, 2).get("/office/review/").content.decode()
            assert (TITLE in html) == (role in {"reviewer", "secrecy_reviewer"})
    assert TITLE in round_.office.client("reviewer").get("/office/").content.decode()


def test_the_list_search_and_export_are_of_one_organ(round_: Round, other_office: Office) -> None:
    mine, theirs = round_.office.client("handler"), other_office.client("handler")
    for query in ("", "?q=宣传", "?stage=reviewing", "?export=csv", "?view=print", "?sort=title"):
        assert TITLE in mine.get(f"/office/review/all/{query}").content.decode("utf-8-sig")
        assert TITLE not in theirs.get(f"/office/review/all/{query}").content.decode("utf-8-sig")
    assert TITLE not in mine.get("/office/review/all/?stage=withdrawn").content.decode()
