"""The one gate before anything goes out: :func:`may_publish`; and what is missing, in words.

Source: 条例 art. 17; 保守国家秘密法实施条例 art. 42 (先审查、后公开，逐项审查); design decision 6.
"""

from __future__ import annotations

from gongkai.web.review.core.state import Review


def may_publish(review: Review | None, hash_: str) -> bool:
    """Whether the content of that fingerprint may go out now: every step and the secrecy review signed
    that very one.

    False for no review at all, for a withdrawn one, and for one by which it already went out.
    """
    return review is not None and review.open and review.complete and review.hash == hash_


def missing(review: Review | None, hash_: str) -> tuple[str, ...]:
    """What keeps the content from going out, in sentences; empty exactly where :func:`may_publish`."""
    if review is None:
        return ("还没有送审。",)
    if review.withdrawn is not None:
        return ("已经撤回，需要重新送审。",)
    if review.released is not None:
        return ("已经按这次审核发布；再次发布需要重新送审。",)
    if review.sent_back is not None:
        return ("已经退回拟稿人修改，需要重新送审。",)
    found = [f"“{step.name}”还没有签署。" for step in review.chain.steps[len(review.signatures) :]]
    if review.secrecy is None:
        found.append("保密审查还没有签署。")
    if review.hash != hash_:
        found.append("要发布的内容与审核的内容不一致，需要重新送审。")
    return tuple(found)
