"""The sorts of letters that may have a chain of their own, and what the chain of each may not do without.

A letter that tells the applicant how his own case goes on, and nothing of the information, may go with one
step: somebody beside its author. Whatever tells a decision, or goes to somebody else, takes two. What is
approved (an extension, a fee, a deferral, every decision) needs a step that only those sign who approve. The
secrecy review is asked of every chain.

Source: 条例 arts. 4, 17, 32, 33 (二), 35, 42; 国办函〔2020〕109号; law.md §7.3 (a decision is made after the
approvals of the office); decision 0034.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from uuid import UUID

from gongkai.letters.document import Document, Remedies, To, document, documents
from gongkai.statute.events import Kind
from gongkai.web.applications.actions.enter import right_for
from gongkai.web.letters.models import Letter
from gongkai.web.organs.choosing import Choices
from gongkai.web.replies.enclosures import files_of
from gongkai.web.replies.options import LEGAL
from gongkai.web.review.core.chain import FEWEST, LEAST, Demand, Needed
from gongkai.web.review.kinds import Sort
from gongkai.web.rights.roles import roles

WITHOUT = ("D01", "D30", "F01", "F02", "F03", "F04", "F05", "F06")
"""Receipts, slips of delivery and forms that stay in the office: nobody signs them off."""
OURS = "由谁批准国家没有写明，这是本系统的要求。"
APPROVED: Mapping[str, str] = {
    "extended": "《政府信息公开条例》第三十三条第二款规定，"
    "延长答复期限应当经政府信息公开工作机构负责人同意。",
    "deferred": f"《政府信息公开条例》第三十五条规定的延迟答复应当由负责人批准；{OURS}",
    "fee_notice": f"《政府信息公开条例》第四十二条和国办函〔2020〕109号规定的收费应当由负责人批准；{OURS}",
    "third_party_notified": "《政府信息公开条例》第三十二条规定，第三方不同意而决定公开的，由行政机关决定；"
    f"这一决定应当由负责人批准，{OURS}",
}
"""Why a notice of that event needs somebody who approves."""
DECIDED = f"《政府信息公开条例》第四条、第十七条规定公开前应当审查，答复的决定应当由负责人批准；{OURS}"
FALLBACK = (
    "没有单独设定的文书都按这里办理，其中有延期（《政府信息公开条例》第三十三条第二款规定经工作机构负责人同意）、"
    f"收费（第四十二条）和各类答复（第四条、第十七条）；收费和答复{OURS}"
)
TWO = (
    "告知处理决定的文书，以及发给申请人以外的人的文书，应当有两个以上的环节：《政府信息公开条例》第十七条规定公开前审查，"
    "明确程序和责任；环节的个数国家没有规定，这是本系统按三审三校的通行做法作的要求。"
)
ONE = "至少由拟稿人以外的一人审核（《政府信息公开条例》第十七条）；随附文件发出的，按一般环节办理。"
OF_THE_ORGAN = "这是本机关在“机关—设置”中作的要求（哪些答复必须经法制审核）。"


def is_brief(one: Document) -> bool:
    """Whether it tells the applicant how his case goes on, and no decision."""
    return one.to is To.APPLICANT and not one.decisions and one.remedies is Remedies.NONE


def sorts() -> tuple[Sort, ...]:
    """Every letter that is reviewed."""
    return tuple(Sort(one.id, one.title, one.used) for one in documents() if one.id not in WITHOUT)


def sort_of(letter: Letter) -> str:
    """The sort by whose chain a letter goes; empty for a brief one that encloses files, which tells more than
    how the case goes on.
    """
    one = letter.document
    if one is None or one.id in WITHOUT or (is_brief(one) and files_of(letter)):
        return ""
    return one.id


def demands(organ_id: UUID, day: dt.date) -> Mapping[str, Demand]:
    """What the chain of each sort may not do without on that day, and ("") that of letters in general, by
    which any of them may go.
    """
    legal = str(Choices(organ_id).value(LEGAL, day))
    found = {one.key: _demand(document(one.key), legal) for one in sorts()}
    general = (_holders("applications.approve", FALLBACK), *(() if legal == "none" else (_legal(),)))
    return found | {"": Demand(LEAST, TWO, general)}


def _demand(one: Document, legal: str) -> Demand:
    needed = [_holders("applications.approve", why)] if (why := _approved(one)) else []
    if one.decisions and (legal == "replies" or (legal == "refusals" and _refuses(one))):
        needed.append(_legal())
    return Demand(FEWEST, ONE, tuple(needed)) if is_brief(one) else Demand(LEAST, TWO, tuple(needed))


def _approved(one: Document) -> str:
    """Why somebody who approves must sign it; "" where nobody must."""
    if one.decisions:
        return DECIDED
    for event in one.events:
        if one.remedies is not Remedies.NONE or right_for(Kind(event)) == "applications.approve":
            return APPROVED[event]
    return ""


def _refuses(one: Document) -> bool:
    return any(key.startswith(("withheld", "partly_disclosed")) for key in one.decisions)


def _legal() -> Needed:
    return _holders("applications.advise", OF_THE_ORGAN)


def _holders(right: str, norm: str) -> Needed:
    """A step that only those sign whose role has that right."""
    held = {key: one.name for key, one in roles().items() if {right, "review.sign"} <= one.rights}
    return Needed(tuple(held), "或者".join(held.values()), norm)
