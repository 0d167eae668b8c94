"""What was asked: the request and how it came; who asks stays covered until somebody opens it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gongkai.web.applications.actions.look import PRIVATE_WORDS
from gongkai.web.applications.cases import CaseState
from gongkai.web.rights.actor import Actor


def context(actor: Actor, state: CaseState) -> Mapping[str, Any]:
    """What the panel shows: the request in the open, the private values by name alone."""
    one = state.application
    return {
        "filed": [
            ("事项", one.matter or "未登记"),
            ("申请人类别", one.get_applicant_display()),
            ("信息名称", one.record_name),
            ("文号", one.record_ref),
            ("提供方式", one.get_provide_as_display()),
            ("获取方式", one.get_get_by_display()),
            ("需要的协助", one.needs_help),
            ("提交渠道", one.get_channel_display()),
            ("提交日期", one.filed_on),
        ],
        "covered": [words for name, words in PRIVATE_WORDS.items() if len(getattr(one, name))],
        "may_open": actor.may("applications.open"),
    }
