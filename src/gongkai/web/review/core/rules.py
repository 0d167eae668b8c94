"""May this be done now? One sentence why not, or None; asked before an act is recorded, and again by the
fold.

The rules: in the order of the steps; on the hash that now holds; never by an author of any version; no
two steps by the same hands, a deputy and his principal counting as one; every check ticked; secrecy by
its own signature; a paper signature entered by somebody who neither wrote nor signed; an edit starts
everything anew.

Source: design decision 6; law.md §4.4, §4.5; 条例 art. 17.
"""

from __future__ import annotations

from functools import singledispatch

from gongkai.web.review.core.acts import (
    AUTHOR,
    SECRECY,
    Act,
    Released,
    Resubmitted,
    Returned,
    SecrecySigned,
    Signed,
    Signing,
    Submitted,
    TakenOver,
    Withdrawn,
)
from gongkai.web.review.core.state import Review
from gongkai.web.review.core.words import checks, conclusions

OTHER_CONTENT = "签署的不是现在的内容：内容已经改动。请打开最新的内容，看过后再签署。"


def objection(review: Review, act: Act) -> str | None:
    """Why this act does not count where it stands, as a sentence for the person who does it; None where
    it does.
    """
    if act.position != review.position + 1:
        return "这一步的次序不对，前面的记录有缺失。请刷新后重试。"
    if review.withdrawn is not None:
        return "这一件已经由拟稿人撤回，不能再办理。需要时请重新送审。"
    if review.released is not None:
        return "这一件已经发布，审核已经结束。内容要改的，请修改后重新送审。"
    return _objection(act, review)


@singledispatch
def _objection(act: Act, review: Review) -> str | None:
    return f"不认识的记录：{type(act).__name__}。"


@_objection.register
def _(act: Submitted, review: Review) -> str | None:
    return "这一件已经送审，不能重复送审。"


@_objection.register
def _(act: Resubmitted, review: Review) -> str | None:
    if act.hash == review.hash and review.sent_back is None:
        return "内容没有改动，也没有被退回，不需要再次送审。"
    if act.by in review.hands_of_others(AUTHOR):
        return "您已经签署过这一件的某个环节，不能再改它的内容。请退回拟稿人修改。"
    return None


def _signing(act: Signing, review: Review) -> str | None:
    """What holds of every signature: the content, the authors, who enters a paper."""
    if review.sent_back is not None:
        return "这一件已经退回拟稿人修改，改好重新送审后才能签署。"
    if act.hash != review.hash:
        return OTHER_CONTENT
    if act.hands & review.authors:
        return "拟稿人（包括改过内容的人，以及受他委托的人）不能审核自己的稿件。请由他人签署。"
    if paper := act.paper:
        if act.by in {paper.signer, act.on_behalf_of}:
            return "纸质签署应由签署人以外的人录入。请由另一人核对扫描件后录入。"
        if act.by in review.authors:
            return "纸质签署不能由拟稿人录入。请由另一人核对扫描件后录入。"
        if not (paper.scan_sha256 and paper.scan_id):
            return "录入纸质签署应附扫描件。请上传后再录入。"
        if not review.content_on <= paper.signed_on <= act.on:
            return "签署日期应在这一版内容送审之日以后、录入之日以前。请对照扫描件核对。"
    return None


@_objection.register
def _(act: Signed, review: Review) -> str | None:
    if problem := _signing(act, review):
        return problem
    if act.step != review.next_step:
        return "现在不是这个环节：前面的环节还没有签署，或者这个环节已经签署。请按次序办理。"
    if act.role not in review.chain.steps[act.step - 1].roles:
        return f"签署“{review.task_name(act.step)}”所需的角色不符。请由持有该角色的人签署。"
    # One clerk may enter several papers; who signs a step enters none and the other way round.
    entered = act.paper is not None and act.by in review.signers_of_others(act.step)
    if entered or act.hands & review.hands_of_others(act.step):
        return "各个环节应由不同的人签署：您（或者您所代的人）已经办理过另一个环节。请由他人签署。"
    if missing := [one.name for key, one in checks().items() if key not in act.checks]:
        return f"还没有逐项核对：{'、'.join(missing)}。请看过内容后逐项勾选；有问题的请退回。"
    return None


@_objection.register
def _(act: SecrecySigned, review: Review) -> str | None:
    if problem := _signing(act, review):
        return problem
    if review.secrecy is not None:
        return "这一版内容已经签署保密审查。结论要改的，请退回拟稿人后重新审查。"
    if act.role not in review.chain.secrecy_roles:
        return "保密审查只能由保密审查员签署。请由持有该角色的人签署。"
    if act.conclusion not in conclusions():
        return "请选择保密审查结论。"
    if act.paper and not conclusions()[act.conclusion].passes:
        return "纸质签署只录入同意公开的结论；其他结论请由保密审查员在系统中退回。"
    if not conclusions()[act.conclusion].passes and not act.basis.strip():
        return "不是“可以公开”的结论应写明依据和理由，供拟稿人修改。"
    return None


@_objection.register
def _(act: Returned, review: Review) -> str | None:
    if review.sent_back is not None:
        return "这一件已经退回拟稿人，不需要再次退回。"
    if act.hash != review.hash:
        return OTHER_CONTENT.replace("签署", "退回")
    if not act.reason.strip():
        return "退回应写明理由，供拟稿人修改。"
    if act.hands & review.authors:
        return "拟稿人不能退回自己的稿件；要修改或者停办的，请直接修改或者撤回。"
    if act.task == SECRECY:
        wrong = act.role not in review.chain.secrecy_roles or act.to != AUTHOR
        return "保密审查的退回由保密审查员作出，退给拟稿人。" if wrong else None
    return _from_step(act, review)


def _from_step(act: Returned, review: Review) -> str | None:
    if not 1 <= act.task <= len(review.chain.steps) or not AUTHOR <= act.to < act.task:
        return "只能退给拟稿人或者更早的环节。请重新选择退回到哪里。"
    if act.role not in review.chain.steps[act.task - 1].roles:
        return f"从“{review.task_name(act.task)}”退回所需的角色不符。"
    if act.task <= len(review.signatures):
        if act.hands != review.signatures[act.task - 1].hands:
            return "这个环节已经由他人签署；只有签署人自己可以从这里退回。"
        return None
    if act.task != review.next_step:
        return "这一件还没有到您的环节。请等前面的环节签署。"
    if act.hands & review.hands_of_others(act.task):
        return "您（或者您所代的人）已经办理过另一个环节，请从自己的环节退回。"
    return None


@_objection.register
def _(act: TakenOver, review: Review) -> str | None:
    if act.author in review.authors:
        return "接收人已经是这一件的拟稿人，不需要再次移交。"
    cleared = review.secrecy.hands if review.secrecy else frozenset()
    if act.author in review.hands_of_others(AUTHOR) | cleared:
        return "接收人已经签署过这一件的某个环节，不能再做拟稿人。请另选接收人。"
    return None


@_objection.register
def _(act: Withdrawn, review: Review) -> str | None:
    return None if act.by in review.authors else "只有拟稿人可以撤回。认为不应发布的，请退回。"


@_objection.register
def _(act: Released, review: Review) -> str | None:
    if not review.complete:
        return "审核还没有完成，不能发布。"
    return None if act.hash == review.hash else "要发布的不是审核通过的内容。请核对后重新送审。"
