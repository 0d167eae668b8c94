"""保密审查结论: the fact that carries a decision to disclose, read from the review of the reply.

The files that go out lie with the reply and are covered by its fingerprint, so one signature is the review
of the text and of the material, item by item. A review done on paper is entered in the same review with its
scan; there is no other place to write a conclusion.

Source: 保守国家秘密法 art. 35; 保守国家秘密法实施条例 art. 42 (先审查、后公开，逐项审查); 条例 art. 17.
"""

from __future__ import annotations

from gongkai.values.dates import day_words
from gongkai.web.applications.cases import CaseState
from gongkai.web.applications.read_facts import ReadFact, register_fact
from gongkai.web.applications.timeline import names_of
from gongkai.web.letters.models import Letter, LetterVoid
from gongkai.web.replies.facts import subject_of
from gongkai.web.replies.reviewing import LETTERS, review_of
from gongkai.web.review.core.acts import SecrecySigned
from gongkai.web.review.core.words import conclusions

KEY = "secrecy_review"
TODO = (
    "请起草答复书，附上拟提供的信息，送审后由保密审查员签署；已经在纸上审查的，"
    "在审核页面的“录入纸质签署”登记并附扫描件。"
)


def concluded(letter: Letter) -> SecrecySigned | None:
    """The secrecy review that lets this letter, as it now is, go out; None while there is none."""
    file = review_of(letter)
    if file is None or file.review.withdrawn is not None or file.review.secrecy is None:
        return None
    if not LETTERS.content(letter.organ_id, str(letter.pk)).matches(file.review.hash):
        return None
    return file.review.secrecy


def _concluded(state: CaseState) -> list[tuple[Letter, SecrecySigned]]:
    """The replies of the case with their signed conclusions, the latest last."""
    organ = state.application.organ_id
    void = LetterVoid.objects.for_organ(organ).values("letter")
    rows = Letter.objects.for_organ(organ).filter(subject=subject_of(state.application))
    replies = [one for one in rows.exclude(pk__in=void) if one.document and one.document.decisions]
    found = [(letter, act) for letter in replies if (act := concluded(letter)) is not None]
    return sorted(found, key=lambda pair: pair[1].recorded_at)


def latest_review(state: CaseState) -> SecrecySigned | None:
    """The latest signed secrecy review of a reply of the case; None while there is none."""
    found = _concluded(state)
    return found[-1][1] if found else None


def conclusion(state: CaseState) -> str:
    """The latest signed conclusion on a reply of the case, by whom and when; "" while there is none."""
    found = _concluded(state)
    if not found:
        return ""
    letter, act = found[-1]
    signed_on = act.paper.signed_on if act.paper else act.on
    name = names_of(letter.organ_id, [act.signer]).get(act.signer, "保密审查员")
    how = f"，纸质签署，扫描件“{act.paper.scan_name}”" if act.paper else ""
    words = conclusions()[act.conclusion].name
    return f"{words}（{name}{day_words(signed_on)}签署，见《{letter.title}》{how}）"


def register() -> None:
    """Make the fact known."""
    register_fact(ReadFact(KEY, conclusion, TODO))
