"""Leading group and persons in charge, advisers and lawyers: with history, for who signs and who may be
asked.

Source: 条例 art. 4 (工作机构); the inspection lists ask for the leading group and its changes.
"""

from __future__ import annotations

from django.db import models

from gongkai.web.organs.owned import Dated

DUTIES = {
    "group_head": "领导小组组长",
    "group_deputy": "领导小组副组长",
    "group_member": "领导小组成员",
    "in_charge": "分管负责人",
    "office_head": "工作机构负责人",
    "contact": "日常联系人",
}
ADVISERS = {"legal_adviser": "法律顾问", "government_lawyer": "公职律师"}


class Officer(Dated):
    """Somebody with a duty in the work of disclosure; not necessarily one who signs in here."""

    duty = models.CharField("工作分工", max_length=20, choices=list(DUTIES.items()))
    name = models.CharField("姓名", max_length=40)
    post = models.CharField("职务", max_length=60, blank=True)
    document = models.CharField("任命或调整文号", max_length=60, blank=True)

    class Meta:
        ordering = ("duty", "since")


class Adviser(Dated):
    """A legal adviser or government lawyer whose opinion may be asked."""

    kind = models.CharField("类别", max_length=20, choices=list(ADVISERS.items()))
    name = models.CharField("姓名", max_length=40)
    firm = models.CharField("所在单位", max_length=100, blank=True)
    contact = models.CharField("联系电话", max_length=40, blank=True)

    class Meta:
        ordering = ("kind", "since")
