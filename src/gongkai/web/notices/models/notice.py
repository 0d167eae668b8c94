"""What a person of the office is told, where he sees it when he signs in."""

from __future__ import annotations

from django.db import models

from gongkai.web.notices.kinds import kinds
from gongkai.web.organs.owned import Owned
from gongkai.web.people.models import Person


class Notice(Owned):
    """A notice to a person; ``key`` names what it tells of, so that nobody is told twice."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", verbose_name="收件人")
    kind = models.CharField("种类", max_length=40)
    key = models.CharField(max_length=200)
    title = models.CharField("标题", max_length=100)
    text = models.TextField("内容")
    link = models.CharField("链接", max_length=200, blank=True)
    at = models.DateTimeField("时间")
    read_at = models.DateTimeField("已读", null=True, blank=True)
    digested_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-at",)
        constraints = (models.UniqueConstraint(fields=("person", "key"), name="notice_once"),)
        indexes = (models.Index(fields=("organ", "person", "read_at"), name="notice_unread"),)

    @property
    def kind_name(self) -> str:
        """The kind in Chinese."""
        return kinds()[self.kind].name if self.kind in kinds() else ""

    @property
    def address(self) -> str:
        """The link, where it stays on this site; else the list of notices."""
        return (
            self.link if self.link.startswith("/") and not self.link.startswith("//") else "/office/notices/"
        )
