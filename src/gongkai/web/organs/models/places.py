"""Where to find an organ's disclosure office, and to whom one turns against its acts.

Source: 条例 art. 12 (what the guide must tell of the office); 行政复议法 arts. 22, 24–28; 行政诉讼法 arts.
14–18.
"""

from __future__ import annotations

from django.db import models

from gongkai.web.organs.owned import Dated

BODIES = {
    "court": "有管辖权的人民法院",
    "intermediate_court": "有管辖权的中级人民法院",
    "reconsideration": "行政复议机关（手工指定）",
}


class DisclosureOffice(Dated):
    """政府信息公开工作机构 with its contact block, as the guide prints it (art. 12)."""

    name = models.CharField("机构名称", max_length=100)
    address = models.CharField("办公地址", max_length=200)
    hours = models.CharField("办公时间", max_length=200)
    phone = models.CharField("联系电话", max_length=60)
    fax = models.CharField("传真号码", max_length=60, blank=True)
    email = models.EmailField("电子邮箱", blank=True)
    internet = models.CharField("互联网联系方式", max_length=200, blank=True)
    postcode = models.CharField("邮政编码", max_length=6, blank=True)
    letter_address = models.CharField("信函接收地址", max_length=200, blank=True)

    class Meta:
        ordering = ("since",)


class RemedyBody(Dated):
    """A court or a body of reconsideration, as letters name it."""

    kind = models.CharField("类别", max_length=20, choices=list(BODIES.items()))
    name = models.CharField("名称", max_length=100)
    address = models.CharField("地址", max_length=200, blank=True)
    online = models.CharField("网上渠道", max_length=200, blank=True)

    class Meta:
        ordering = ("kind", "since")
