"""救济告知: the paragraph of a reply that tells of the remedies, ready for the letter.

Where reconsideration comes first, the paragraph never offers a direct suit; where either is open it always
offers both; a partial disclosure tells both in one paragraph, each for its part.

Source: 行政复议法 arts. 20, 22, 23; 行政诉讼法 arts. 45, 46.
"""

from __future__ import annotations

from gongkai.statute.remedies import OVERDUE, Period, Rights, Way
from gongkai.statute.review_bodies import Bodies

UNKNOWN_CHANNEL = "〔请填写行政复议机关指定的互联网渠道〕"
"""Stands where nobody told the channel."""
UNITS = {"natural_day": "日", "month": "个月", "working_day": "个工作日"}


def length(period: Period) -> str:
    """60日, 6个月."""
    return f"{period.count}{UNITS[period.unit]}"


def court_words(bodies: Bodies, name: str | None = None) -> str:
    """The court as the letter has it: its name, or which court has jurisdiction."""
    return name or ("有管辖权的中级人民法院" if bodies.intermediate_court else "有管辖权的人民法院")


def paragraph(
    found: Rights,
    bodies: Bodies,
    court: str | None = None,
    *,
    what: str | None = None,
    channel: str | None = None,
) -> str:
    """The remedies as a paragraph; empty where there is nothing to tell. ``court`` is its full name.

    ``what`` is how the letter calls itself, 本答复 unless said otherwise; ``channel`` is the internet channel
    of the body that reconsiders, for letters that go by internet: without it a blank is left.
    """
    if found.way is Way.NONE:
        return ""
    what = what or ("本通知" if found.third_party else "本答复")
    before = court_words(bodies, court)
    if found.outcome == OVERDUE:
        return _silent(found, bodies, before)
    said = {Way.FIRST: _first, Way.EITHER: _either, Way.SPLIT: _split}[found.way]
    text = said(found, bodies, before, what)
    if found.internet:
        text += f"行政复议申请也可以通过下列互联网渠道提交：{channel or UNKNOWN_CHANNEL}。"
    return text


def _first(found: Rights, bodies: Bodies, court: str, what: str, scope: str = "") -> str:
    assert found.reconsideration is not None  # noqa: S101  # a way other than none has the period
    return (
        f"如不服{what}{scope}，应当自收到{what}之日起{length(found.reconsideration)}内，先向{bodies.words}申请行政复议；"
        f"对行政复议决定仍不服的，可以自收到行政复议决定书之日起{found.after_days}日内，向{court}提起行政诉讼。"
    )


def _either(found: Rights, bodies: Bodies, court: str, what: str, scope: str = "") -> str:
    assert found.reconsideration is not None  # noqa: S101
    assert found.suit is not None  # noqa: S101
    return (
        f"如不服{what}{scope}，可以自收到{what}之日起{length(found.reconsideration)}内向{bodies.words}申请行政复议，"
        f"或者自收到{what}之日起{length(found.suit)}内向{court}提起行政诉讼。"
    )


def _split(found: Rights, bodies: Bodies, court: str, what: str) -> str:
    withheld = _first(found, bodies, court, what, "中不予公开的部分")
    return withheld + _either(found, bodies, court, what, "的其他部分")


def _silent(found: Rights, bodies: Bodies, court: str) -> str:
    assert found.reconsideration is not None  # noqa: S101
    text = (
        f"逾期未答复的，可以自答复期限届满之日起{length(found.reconsideration)}内向{bodies.words}申请行政复议"
    )
    if found.suit is None:
        return (
            f"{text}；对行政复议决定仍不服的，可以自收到行政复议决定书之日起{found.after_days}日内，"
            f"向{court}提起行政诉讼。"
        )
    text += f"，或者自答复期限届满之日起{length(found.suit)}内向{court}提起行政诉讼。"
    return text + ("建议先申请行政复议。" if found.recommended else "")
