"""A person who signs in, and the unit (处室) of the organ where he works.

Nobody is deleted: who leaves has a last day, and cannot sign in from the day after; what he did stays his.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, ClassVar
from uuid import UUID

from django.contrib.auth.base_user import AbstractBaseUser
from django.core.validators import RegexValidator
from django.db import models

from gongkai.web.organs.models import Organ
from gongkai.web.organs.owned import Dated
from gongkai.web.sealing.fields import SealedField, SealedRow

LOGIN = RegexValidator(
    r"^[a-z0-9][a-z0-9._-]{1,79}$", "登录名为2至80个小写字母、数字、点、横线，以字母或数字开头。"
)


class Unit(Dated):
    """A unit of the organ; a dissolved one has a last day."""

    name = models.CharField("处室名称", max_length=60)
    position = models.PositiveSmallIntegerField("排序", default=0)

    class Meta:
        ordering = ("position", "name")

    def __str__(self) -> str:
        """Its name."""
        return self.name


class PersonQuerySet(models.QuerySet["Person"]):
    """People of an organ."""

    def for_organ(self, organ: Organ | UUID | None) -> PersonQuerySet:
        """The people of one organ; none for None."""
        return self.filter(organ_id=getattr(organ, "pk", organ)) if organ else self.none()

    def working(self, on: dt.date) -> PersonQuerySet:
        """Those who work there on that day."""
        return self.filter(joined_on__lte=on).filter(models.Q(left_on=None) | models.Q(left_on__gte=on))

    def to_sign_in(self, login: str) -> Person | None:
        """Who signs in by that name, of whatever organ; only for signing in."""
        return self.filter(login=login.strip().lower()).first()

    def get_by_natural_key(self, login: str) -> Person:
        """Django's own call of the same."""
        return self.get(login=login)


class Person(SealedRow, AbstractBaseUser):
    """Somebody of an organ who signs in; the only accounts that there are."""

    organ = models.ForeignKey(Organ, on_delete=models.PROTECT, related_name="+", verbose_name="机关")
    unit = models.ForeignKey(
        Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name="处室"
    )
    login = models.CharField("登录名", max_length=80, unique=True, validators=[LOGIN])
    name = models.CharField("姓名", max_length=40)
    post = models.CharField("职务", max_length=60, blank=True)
    phone = SealedField("手机号码", index="phone_index")
    phone_index = models.CharField(max_length=80, blank=True, db_index=True)
    email = SealedField("电子邮箱")
    joined_on = models.DateField("启用之日")
    left_on = models.DateField("最后工作日", null=True, blank=True)
    password_set_at = models.DateTimeField(null=True, blank=True)
    password_set_by = models.CharField(max_length=64, blank=True)

    objects: Any = PersonQuerySet.as_manager()

    USERNAME_FIELD = "login"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        ordering = ("login",)

    def __str__(self) -> str:
        """The name."""
        return self.name

    def seal_scope(self) -> str:
        """The organ's code."""
        return str(self.organ.code)

    def works_on(self, day: dt.date) -> bool:
        """Whether this person works here, and may sign in, on that day."""
        return self.joined_on <= day and (self.left_on is None or day <= self.left_on)

    @property
    def must_set_password(self) -> bool:
        """Whether the password was set by somebody else and is only for the first sign-in."""
        return self.password_set_by != str(self.pk)


class PastPassword(models.Model):
    """The hash of a password used before, where the policy forbids to take it again."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="past_passwords")
    hash = models.CharField(max_length=255)
    until = models.DateTimeField()

    class Meta:
        ordering = ("-until",)
