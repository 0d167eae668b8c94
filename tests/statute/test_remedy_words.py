"""救济告知: what the paragraph says, and what it must never say."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.statute.decisions import kinds
from gongkai.statute.remedies import Way, rights
from gongkai.statute.remedy_words import court_words, length, paragraph
from gongkai.statute.review_bodies import Bodies, bodies_for, organ_kinds
from gongkai.statute.settings import Settings
from gongkai.statute.working_days import Calendar

CALENDAR = Calendar.national()
DAY = dt.date(2026, 3, 10)
DIRECT = "或者自收到"


def bodies(kind: str = "justice") -> Bodies:
    return bodies_for(kind, DAY, government="临溪县人民政府", superior="临溪市司法局")


def test_t55_reconsideration_first_at_a_justice_bureau() -> None:
    found = rights("withheld.deliberative", DAY, CALENDAR)
    assert paragraph(found, bodies(), "临溪县人民法院") == (
        "如不服本答复，应当自收到本答复之日起60日内，先向临溪县人民政府或者临溪市司法局申请行政复议；"
        "对行政复议决定仍不服的，可以自收到行政复议决定书之日起15日内，向临溪县人民法院提起行政诉讼。"
    )


def test_t56_either() -> None:
    found = rights("unavailable.not_held", DAY, CALENDAR)
    assert paragraph(found, bodies("department")) == (
        "如不服本答复，可以自收到本答复之日起60日内向临溪县人民政府申请行政复议，"
        "或者自收到本答复之日起6个月内向有管辖权的人民法院提起行政诉讼。"
    )


def test_a16_both_in_one_paragraph() -> None:
    text = paragraph(rights("partly_disclosed", DAY, CALENDAR), bodies())
    assert text.startswith("如不服本答复中不予公开的部分，应当自收到本答复之日起60日内，先向")
    assert "如不服本答复的其他部分，可以自收到本答复之日起60日内向" in text
    assert "\n" not in text


def test_a20_no_reply() -> None:
    text = paragraph(rights("overdue", DAY, CALENDAR), bodies("department"))
    assert text == (
        "逾期未答复的，可以自答复期限届满之日起60日内向临溪县人民政府申请行政复议，"
        "或者自答复期限届满之日起6个月内向有管辖权的人民法院提起行政诉讼。建议先申请行政复议。"
    )
    either = Settings.default().using({"overdue.remedy": "M2"})
    assert "建议" not in paragraph(rights("overdue", DAY, CALENDAR, settings=either), bodies())
    first = Settings.default().using({"overdue.remedy": "M1"})
    text = paragraph(rights("overdue", DAY, CALENDAR, settings=first), bodies())
    assert "6个月" not in text
    assert text.endswith("可以自收到行政复议决定书之日起15日内，向有管辖权的人民法院提起行政诉讼。")


def test_the_third_party_reads_a_notice() -> None:
    found = rights("disclosed.supplied", DAY, CALENDAR, third_party=True)
    assert paragraph(found, bodies()).startswith("如不服本通知，可以自收到本通知之日起60日内")


def test_nothing_is_told_where_there_is_nothing() -> None:
    assert paragraph(rights("otherwise.other.withdrawn", DAY, CALENDAR, electronic=True), bodies()) == ""


def test_court_and_length() -> None:
    assert court_words(bodies("government")) == "有管辖权的中级人民法院"
    assert court_words(bodies("department")) == "有管辖权的人民法院"
    assert court_words(bodies("government"), "临溪市中级人民法院") == "临溪市中级人民法院"
    found = rights("disclosed.supplied", DAY, CALENDAR)
    assert found.reconsideration is not None
    assert found.suit is not None
    assert (length(found.reconsideration), length(found.suit)) == ("60日", "6个月")


@pytest.mark.parametrize("electronic", [True, False])
def test_the_internet_channel_stands_in_the_letter_when_it_went_by_internet(electronic: bool) -> None:
    found = rights("disclosed.supplied", DAY, CALENDAR, electronic=electronic)
    assert ("互联网渠道提交" in paragraph(found, bodies())) == electronic


def test_the_letter_may_name_itself_and_the_channel() -> None:
    found = rights("disclosed.supplied", DAY, CALENDAR, electronic=True)
    text = paragraph(found, bodies(), what="本告知书", channel="云州行政复议网上申请平台")
    assert text.startswith("如不服本告知书，可以自收到本告知书之日起")
    assert text.endswith("提交：云州行政复议网上申请平台。")
    assert "〔请填写行政复议机关指定的互联网渠道〕" in paragraph(found, bodies())


@given(
    st.sampled_from([kind.key for kind in kinds()]),
    st.dates(dt.date(2024, 1, 1), dt.date(2026, 12, 31)),
    st.sampled_from(sorted(organ_kinds())),
    st.booleans(),
    st.sampled_from(["M1", "M2"]),
)
def test_p14_reconsideration_first_never_offers_a_direct_suit_and_either_always_both(
    key: str, day: dt.date, organ: str, electronic: bool, query: str
) -> None:
    settings = Settings.default().using({"query.remedy": query})
    found = rights(key, day, CALENDAR, electronic=electronic, settings=settings)
    text = paragraph(found, bodies(organ))
    if found.way is Way.NONE:
        assert text == ""
        return
    assert (DIRECT in text) == (found.way in (Way.EITHER, Way.SPLIT))
    assert ("先向" in text) == (found.way in (Way.FIRST, Way.SPLIT))
    assert "申请行政复议" in text
    assert "提起行政诉讼" in text
    assert text.endswith("。")
