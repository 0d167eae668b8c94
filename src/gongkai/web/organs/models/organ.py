"""行政机关, and its three separate relations to others.

Source: 条例 arts. 3 (主管部门), 10 (负责公开的机关); 行政复议法 arts. 24–28 (government, superior); GB
32100-2015 (credit code).
"""

from __future__ import annotations

import uuid
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from stdnum.cn import uscc
from stdnum.exceptions import ValidationError as Wrong

from gongkai.statute.review_bodies import organ_kinds
from gongkai.web.organs.owned import Dated

LEVELS = {
    "national": "国家级",
    "province": "省级",
    "prefecture": "设区的市级",
    "county": "县级",
    "township": "乡级",
}
RELATIONS = {"competent": "政府信息公开主管部门", "superior": "业务上级", "government": "本级人民政府"}


def check_credit_code(value: str) -> None:
    """Raise ``ValidationError`` unless the unified social credit code has the right length and check
    digit.
    """
    try:
        uscc.validate(value)
    except Wrong:
        raise ValidationError("统一社会信用代码应为18位，且校验位要对得上，请对照登记证书核对。") from None


def check_region(value: str) -> None:
    """Raise ``ValidationError`` unless a region code has six digits (GB/T 2260)."""
    if not (len(value) == 6 and value.isascii() and value.isdigit()):
        raise ValidationError("行政区划代码为6位数字，例如640000。")


def check_code(value: str) -> None:
    """Raise ``ValidationError`` unless the organ's short code is made of small letters, digits and
    hyphens.
    """
    if not (
        2 <= len(value) <= 40 and value.replace("-", "a").isascii() and value.replace("-", "a").isalnum()
    ):
        raise ValidationError("机关代码为2至40个小写字母、数字或者连字符，例如linxi-sfj。")
    if value != value.lower() or value == "system":
        raise ValidationError("机关代码只用小写字母，也不能叫system。")


class OrganQuerySet(models.QuerySet["Organ"]):
    """Organs themselves; each sees itself and those that its relations name."""

    def for_organ(self, organ: Organ | uuid.UUID | None) -> OrganQuerySet:
        """The organ itself."""
        return self.filter(pk=getattr(organ, "pk", organ)) if organ else self.none()


class Organ(models.Model):
    """An administrative organ that discloses, with its codes."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    code = models.CharField("机关代码", max_length=40, unique=True, validators=[check_code])
    name = models.CharField("机关全称", max_length=100)
    short_name = models.CharField("机关简称", max_length=40, blank=True)
    kind = models.CharField("机关类别", max_length=20)
    level = models.CharField("层级", max_length=20, choices=list(LEVELS.items()))
    region = models.CharField("行政区划代码", max_length=6, blank=True, validators=[check_region])
    credit_code = models.CharField(
        "统一社会信用代码", max_length=18, blank=True, validators=[check_credit_code]
    )
    document_mark = models.CharField("机关代字", max_length=20, blank=True)
    own_site = models.URLField("本机关网站", blank=True, max_length=200)
    hosted_on = models.CharField("发布所依托的政府网站", max_length=100, blank=True)
    founded_on = models.DateField("在本系统启用之日")

    objects: Any = OrganQuerySet.as_manager()

    class Meta:
        ordering = ("code",)

    def __str__(self) -> str:
        """The full name."""
        return self.name

    @property
    def kind_name(self) -> str:
        """The kind in Chinese, as the law tells kinds apart."""
        return organ_kinds().get(self.kind, "")

    @property
    def has_own_site(self) -> bool:
        """Whether it publishes on a site of its own; most in counties publish on their government's."""
        return bool(self.own_site)

    def clean(self) -> None:
        """Check the kind against the law's list."""
        if self.kind not in organ_kinds():
            raise ValidationError({"kind": f"没有“{self.kind}”这种机关，请从列表中选择。"})


class OrganRelation(Dated):
    """To whom an organ stands in one of the three relations; to one in this installation, or by name
    alone.
    """

    kind = models.CharField("关系", max_length=12, choices=list(RELATIONS.items()))
    other = models.ForeignKey(
        Organ,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="本系统内的机关",
    )
    name = models.CharField("名称", max_length=100, blank=True)
    other_code = models.CharField("对方在本系统的机关代码", max_length=40, blank=True)

    class Meta:
        ordering = ("kind", "since")

    @property
    def named(self) -> str:
        """The name of the other organ."""
        return self.name or (self.other.name if self.other else "")

    def clean(self) -> None:
        """One of the two must say who it is, and not oneself."""
        if self.other_id is None and not self.name:
            raise ValidationError({"name": "请选择本系统内的机关，或者填写名称。"})
        if self.other_id is not None and self.other_id == self.organ_id:
            raise ValidationError({"other": "机关不能是自己的主管部门、上级或者本级政府。"})
