"""信息发布稿: a text that an organ wants to release, by versions; the plain kind of content under review.

Its fields are those of the review form that inspectors ask for (conventions §6.2).
"""

from __future__ import annotations

from django.db import models

from gongkai.web.organs.owned import Owned

ORIGINS = {"own": "原创", "reprint": "转载", "reported": "报送"}
ATTRIBUTES = {"active": "主动公开", "on_request": "依申请公开"}
"""What is not to be disclosed at all is not drafted here."""
PLATFORMS = {
    "site": "政府网站",
    "wechat": "微信公众号",
    "weibo": "微博",
    "video": "短视频号",
    "news": "今日头条等新闻客户端",
    "paper": "报刊、广播、电视",
    "board": "公开栏、宣传册",
}
PERSONAL = {
    "no": "不含个人信息",
    "treated": "含个人信息，已作去标识化处理",
    "needed": "含个人信息，依法应当公开",
}


class Draft(Owned):
    """A text for release; what it says stands in its versions."""

    created_at = models.DateTimeField()
    created_by = models.CharField(max_length=64)

    class Meta:
        ordering = ("-created_at", "pk")


class DraftVersion(Owned):
    """What a draft said from one saving to the next; never changed."""

    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    title = models.CharField("标题", max_length=200)
    body = models.TextField("正文")
    column = models.CharField("拟发栏目", max_length=100, blank=True)
    origin = models.CharField("来源", max_length=12, choices=list(ORIGINS.items()))
    source = models.CharField("原文出处", max_length=200, blank=True)
    platforms = models.JSONField("拟发布平台", default=list)
    planned_on = models.DateField("拟发布日期", null=True, blank=True)
    attribute = models.CharField("公开属性", max_length=12, choices=list(ATTRIBUTES.items()))
    attribute_reason = models.CharField("不主动公开的理由", max_length=200, blank=True)
    personal = models.CharField("个人信息", max_length=12, choices=list(PERSONAL.items()))
    saved_at = models.DateTimeField()
    saved_by = models.CharField(max_length=64)

    class Meta:
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=("draft", "number"), name="draft_version_number"),)
