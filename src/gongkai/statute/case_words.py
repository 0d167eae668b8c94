"""办件用语: what the kinds of event, the stages and the breaches of one application are called in Chinese."""

from __future__ import annotations

from enum import StrEnum

from gongkai.statute.events import Asked, Kind


class Stage(StrEnum):
    """Where an application stands."""

    SUBMITTED = "submitted"
    CONFIRMING = "confirming"
    PROCESSING = "processing"
    CORRECTION_PENDING = "correction_pending"
    CONSULTING = "consulting"
    FEE_PENDING = "fee_pending"
    DECIDED = "decided"
    DELIVERED = "delivered"
    ARCHIVED = "archived"
    CLOSED = "closed"


(
    SUBMITTED, CONFIRMING, PROCESSING, CORRECTION_PENDING, CONSULTING,
    FEE_PENDING, DECIDED, DELIVERED, ARCHIVED, CLOSED,
) = Stage  # fmt: skip
"""The stages as plain names: a member read from its class costs as much as three calls (CPython 3.11)."""


class Breach(StrEnum):
    """What was done too late, or at a wrong time."""

    CORRECTION_NOTICE_LATE = "correction_notice_late"
    EXTENSION_LATE = "extension_late"
    REPLY_LATE = "reply_late"
    DECIDED_WHILE_CONSULTING = "decided_while_consulting"


CORRECTION_NOTICE_LATE, EXTENSION_LATE, REPLY_LATE, DECIDED_WHILE_CONSULTING = Breach


KINDS = {
    Kind.SUBMITTED: "提交申请",
    Kind.RECEIVED: "收到申请",
    Kind.CORRECTION_NOTICE: "发出补正告知书",
    Kind.CORRECTED: "收到补正申请",
    Kind.CORRECTION_LAPSED: "逾期未补正",
    Kind.CONSULTATION_SENT: "发出征求意见书",
    Kind.CONSULTATION_RECEIVED: "被征求方收到征求意见书",
    Kind.CONSULTATION_RETURNED: "收到征求意见的答复",
    Kind.THIRD_PARTY_NOTIFIED: "告知第三方决定公开",
    Kind.EXTENDED: "发出延期答复告知书",
    Kind.REASONS_REQUESTED: "要求说明理由",
    Kind.REASONS_GIVEN: "收到理由说明",
    Kind.DEFERRED: "发出延迟答复告知书",
    Kind.FEE_NOTICE: "发出收费通知书",
    Kind.FEE_PAID: "缴费完成",
    Kind.FEE_LAPSED: "逾期未缴费",
    Kind.DECIDED: "作出处理决定",
    Kind.DISPATCHED: "发出答复",
    Kind.DELIVERED: "答复送达",
    Kind.JOINED: "与另一件合并办理",
    Kind.PARTED: "与另一件分开办理",
    Kind.WITHDRAWN: "撤回申请",
    Kind.REMANDED: "责令重新答复",
    Kind.VOIDED: "作废记录",
}

STAGES = {
    Stage.SUBMITTED: "已提交，尚未收到",
    Stage.CONFIRMING: "等待与申请人确认",
    Stage.PROCESSING: "办理中",
    Stage.CORRECTION_PENDING: "等待申请人补正",
    Stage.CONSULTING: "正在征求意见",
    Stage.FEE_PENDING: "等待申请人缴费",
    Stage.DECIDED: "已作出决定，尚未发出",
    Stage.DELIVERED: "已发出答复",
    Stage.ARCHIVED: "已归档",
    Stage.CLOSED: "已办结",
}

BREACHES = {
    Breach.CORRECTION_NOTICE_LATE: "补正告知超过法定期限（第三十条）",
    Breach.EXTENSION_LATE: "延期告知晚于按严格日期计算的答复期限（第三十三条第二款）",
    Breach.REPLY_LATE: "逾期答复（第三十三条第二款）",
    Breach.DECIDED_WHILE_CONSULTING: "征求意见尚未结束即作出决定（第三十二条、第三十四条）",
}

ASKED = {
    Asked.THIRD_PARTY: "第三方",
    Asked.JOINT_MAKER: "共同制作机关",
    Asked.OTHER_ORGAN: "其他机关",
}

DEADLINES = {
    "reply": "答复",
    "correction_notice": "补正告知（需要补正的）",
    "correction": "申请人补正",
    "opinion": "被征求方答复",
    "payment": "申请人缴费",
}
