"""Signing in, as facts: second factors, recovery codes, and each sign-in with its session.

Codes are kept as hashes, the secret of a second factor is sealed with the key outside the database.
Source: GB/T 22239-2019 身份鉴别 (two factors); RFC 6238; ASVS 5.0 V6.5, V7.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, ClassVar

from django.db import models

from gongkai.web.organs.owned import Owned, OwnedQuerySet
from gongkai.web.people.models.person import Person
from gongkai.web.sealing.fields import SealedField, SealedRow


class SecondFactorQuerySet(OwnedQuerySet["SecondFactor"]):
    """Second factors."""

    def confirmed(self) -> SecondFactorQuerySet:
        """Those that are in use: shown to work once, and not given up."""
        return self.filter(confirmed_at__isnull=False, ended_at=None)


class SecondFactor(SealedRow, Owned):
    """An authenticator of a person (TOTP, RFC 6238); one that was never confirmed does not count."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="second_factors")
    secret = SealedField("密钥")
    begun_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    last_t = models.BigIntegerField(default=0)

    objects: ClassVar[Any] = SecondFactorQuerySet.as_manager()

    class Meta:
        ordering = ("-begun_at",)
        constraints = (
            models.UniqueConstraint(
                fields=("person",),
                condition=models.Q(confirmed_at__isnull=False, ended_at=None),
                name="people_one_second_factor",
            ),
        )

    def seal_scope(self) -> str:
        """The organ's code."""
        return str(self.organ.code)


class RecoveryCode(Owned):
    """A code for the day on which the authenticator is lost; kept as its hash, good once."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="recovery_codes")
    hash = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-made_at",)


class SignIn(Owned):
    """One sign-in and the session that it opened; the person sees them all and can end them."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="sign_ins")
    began_at = models.DateTimeField("登录时间")
    seen_at = models.DateTimeField("最近操作")
    ended_at = models.DateTimeField("退出时间", null=True, blank=True)
    address = models.CharField("网络地址", max_length=45)
    browser = models.CharField("浏览器", max_length=80, blank=True)
    way = models.CharField("登录方式", max_length=40)

    class Meta:
        ordering = ("-began_at",)
        indexes = (models.Index(fields=("person", "-began_at"), name="people_sign_in_person"),)

    def lasts_at(self, now: dt.datetime, idle: dt.timedelta, whole: dt.timedelta) -> bool:
        """Whether the session still holds: not ended, not idle for too long, not too old."""
        return self.ended_at is None and now - self.seen_at < idle and now - self.began_at < whole
