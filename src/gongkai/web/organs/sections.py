"""What is known of an organ beside its own facts, by section: one table each, with history.

A section says which fields its form asks for, which earlier row a new one takes the place of, and what it
rests on.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from gongkai.web.organs.models import Adviser, DisclosureOffice, Officer, Organ, OrganRelation, RemedyBody
from gongkai.web.organs.owned import Dated

ONE_AT_A_TIME = frozenset({"group_head", "in_charge", "office_head"})
"""Duties that one person has at a time: who comes takes the place of who was there."""


@dataclass(frozen=True, slots=True)
class Section:
    """A section: key (also in its address), title, table, fields of the form, help, article, what a new row
    replaces.
    """

    key: str
    title: str
    model: type[Dated]
    fields: tuple[str, ...]
    lead: str
    article: str
    button: str
    replaces: Callable[[Any], dict[str, Any] | None]
    helps: dict[str, str] = field(default_factory=dict)

    @property
    def address(self) -> str:
        """The page of the section."""
        return f"/office/organ/{self.key}/"

    def rows(self, organ: Organ) -> Any:
        """All rows of an organ, those of the past too."""
        table: Any = self.model
        return table.objects.for_organ(organ)


def _duty(row: Any) -> dict[str, Any] | None:
    return {"duty": row.duty} if row.duty in ONE_AT_A_TIME else None


SECTIONS = {
    one.key: one
    for one in (
        Section(
            "relations", "主管部门、业务上级、本级政府", OrganRelation, ("kind", "name", "other_code"),
            "三种关系各自独立：主管部门收本机关的年度报告、受理投诉举报；业务上级指导业务；本级人民政府一般是行政复议机关。",
            "《政府信息公开条例》第三条；《行政复议法》第二十四条至第二十八条", "登记",
            lambda row: {"kind": row.kind},
            {
                "name": "对方机关的全称。",
                "other_code": "对方也使用本系统的，填写对方告诉您的机关代码；不使用的，不填。",
            },
        ),
        Section(
            "office", "政府信息公开工作机构", DisclosureOffice,
            ("name", "address", "hours", "phone", "fax", "email", "internet", "postcode", "letter_address"),
            "公开指南和文书中的联系方式都取自这里；变动的，登记新的一条，原来的留作历史。",
            "《政府信息公开条例》第四条、第十二条", "登记", lambda row: {},
            {
                "hours": "例如：工作日9:00至12:00、14:00至18:00。",
                "internet": "网上申请的网址等。",
                "letter_address": "与办公地址相同的，不填。",
            },
        ),
        Section(
            "officers", "领导小组和负责人", Officer, ("duty", "name", "post", "document"),
            "组长、分管负责人、工作机构负责人同时只有一人，新登记的自该日起接替原来的；副组长、成员和联系人可以有多人。",
            "《政府信息公开条例》第四条", "登记", _duty, {"document": "例如：临司发〔2026〕1号。"},
        ),
        Section(
            "advisers", "法律顾问和公职律师", Adviser, ("kind", "name", "firm", "contact"),
            "需要征求法律意见时，从这里选择。", "", "登记", lambda row: None,
        ),
        Section(
            "courts", "法院和复议机关", RemedyBody, ("kind", "name", "address", "online"),
            "文书中的救济告知取自这里。没有登记法院的，文书写“有管辖权的人民法院”；"
            "复议机关按机关类别依法确定，只有需要手工指定的才登记。",
            "《行政复议法》第二十二条、第二十四条至第二十八条；《行政诉讼法》第十四条至第十八条", "登记",
            lambda row: {"kind": row.kind}, {"online": "网上立案、网上申请复议的网址。"},
        ),
    )
}  # fmt: skip
"""Every section by its key, in the order in which the page shows them."""
