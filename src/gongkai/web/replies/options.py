"""What an organ chooses of replies: who must review them, years of retention, when withheld items are looked
at again.

The defaults are dated parameters; what of them is recalled or inferred says so on the page of settings.

Source: 条例 arts. 18, 45; parameters ``retention`` (RECALLED) and ``reassessment`` (INFERRED).
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from gongkai.statute.parameters import parameter, value_on
from gongkai.statute.settings import Point
from gongkai.web.organs.choosing import Choices
from gongkai.web.organs.options import register_option

CLASS = "retention.class"
YEARS = {"long": "retention.long", "short": "retention.short"}
MONTHS = "reassessment.months"
AHEAD = "reassessment.ahead"
LEGAL = "reply.legal_review"
REVIEWED = "none：不作统一要求，由审核环节的设定决定。refusals：部分公开、不予公开的答复。replies：全部答复。"
WORDS = "permanent：永久。long：定期（较长）。short：定期（较短）。"


def _of(id: str, key: str, **more: Any) -> Point:
    """An option whose default is a dated parameter; the one in force last is shown."""
    content = parameter(id).values[-1].content
    return Point(id="", default=content[key], mark=content["mark"], explanation=content["why"], **more)


def years(organ: Any, retention: str, day: dt.date) -> int | None:
    """How many years a file of that class is kept, as chosen by that day; None for ever."""
    if retention not in YEARS:
        return None
    chosen = Choices(organ).chosen(day).get(YEARS[retention])
    return int(chosen or value_on("retention", day).content[retention])


def months_between(organ: Any, day: dt.date) -> int:
    """After how many months something withheld is looked at again, as chosen by that day."""
    return int(Choices(organ).chosen(day).get(MONTHS) or value_on("reassessment", day).content["months"])


def register() -> None:
    """Make the options known."""
    for one in (
        _of("retention", "long", name=YEARS["long"], title="定期（较长）的保管年数", low=1, high=100),
        _of("retention", "short", name=YEARS["short"], title="定期（较短）的保管年数", low=1, high=100),
        Point(
            "", CLASS, "long", "RECALLED", "申请档案一般归入哪一档（归档时可以另选）", WORDS,
            ("permanent", "long", "short"),
        ),
    ):  # fmt: skip
        register_option("retention", one)
    register_option(
        "habits",
        _of("reassessment", "months", name=MONTHS, title="不予公开的信息隔几个月重新评估", low=1, high=60),
    )
    register_option(
        "habits",
        Point("", AHEAD, 30, "HABIT", "评估之日前几天出现在首页", "按日历日计算。", low=1, high=180),
    )
    register_option(
        "habits",
        Point(
            "", LEGAL, "none", "HABIT", "哪些答复必须经法制审核（或者公职律师审核）", REVIEWED,
            ("none", "refusals", "replies"),
        ),
    )  # fmt: skip
