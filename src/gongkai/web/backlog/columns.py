"""The columns of the table that is brought in: their headings, what stands in them, which must be there.

A heading is known by its words alone, wherever it stands; columns that an office has besides are left out,
and it is told which.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from gongkai.statute.decisions import kinds
from gongkai.web.applications.models.application import APPLICANTS, CHANNELS, DOCUMENTS


def one_of(words: Iterable[str]) -> str:
    """The words that may stand there, each in quotation marks: some of them hold a comma."""
    return "、".join(f"“{one}”" for one in words) + "之一"


RESULTS = {kind.title: kind.key for kind in kinds()}
"""The words of every kind of decision, and its key."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: the name of its value, its heading, what to write in it, whether it must be there."""

    name: str
    heading: str
    says: str
    needed: bool = False
    example: str = ""


COLUMNS = (
    Column("channel", "提交渠道", f"写{one_of(CHANNELS.values())}。", True, "挂号信、特快专递等签收邮件"),
    Column("filed_on", "提交日期", "当面提交、签收、发来的日期，写成2026-03-02。", True, "2026-03-02"),
    Column(
        "received_on",
        "收到日期",
        "平信、传真、互联网渠道、电子邮件为双方确认之日；尚未确认的不填。其他渠道不填。",
    ),
    Column("applicant", "申请人类别", f"写{one_of(APPLICANTS.values())}。", True, "自然人"),
    Column("name", "姓名或者名称", "加密保存，列表不显示。", example="示例甲"),
    Column("document_kind", "证件种类", f"写{one_of(DOCUMENTS.values())}。"),
    Column("document_number", "证件号码", "这一列请设为文本格式，否则表格软件会改动末几位。"),
    Column("phone", "联系电话", "加密保存。"),
    Column("address", "通信地址", "加密保存。"),
    Column("email", "电子邮箱", "加密保存。"),
    Column("request", "内容描述", "所需政府信息的内容描述，照申请书抄录。", True, "2025年人民调解经费决算"),
    Column("matter", "事项", "列表使用的简称，不写申请人和任何个人情况。", example="人民调解经费"),
    Column("correction_on", "补正告知日期", "告知补正并由申请人收到的日期；没有补正的不填。"),
    Column("correction_until", "补正期限", "告知的补正期限届满之日；告知以后没有收到补正材料的必填。"),
    Column("corrected_on", "补正收到日期", "收到补正材料的日期。"),
    Column("extended_on", "延长告知日期", "批准延长答复期限并告知的日期；没有延长的不填。"),
    Column("approved_by", "延长批准人", "填写了延长告知日期的，写批准的负责人。"),
    Column(
        "result",
        "办理结果",
        "写“办理结果写法”工作表中的一种；尚未办结的不填。",
        example="可以公开，提供该信息",
    ),
    Column("decided_on", "决定日期", "作出答复的日期；撤回、逾期不补正的，写当日。", example="2026-03-18"),
    Column(
        "dispatched_on", "发出日期", "答复发出的日期：年度报告按这一天计入办理结果。", example="2026-03-19"
    ),
)
HEADINGS = {column.heading: column for column in COLUMNS}
