"""What somebody may do, for how long, and for whom: role grants, delegations, handing over."""

from __future__ import annotations

from django.db import models

from gongkai.web.organs.owned import Dated, Owned
from gongkai.web.people.models.person import Person, Unit
from gongkai.web.rights.roles import roles


class RoleGrant(Dated):
    """A role that a person holds from a day on; in the whole organ, or for one unit."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="grants", verbose_name="人员")
    role = models.CharField("角色", max_length=30)
    unit = models.ForeignKey(
        Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name="限于处室"
    )
    given_by = models.CharField(max_length=64)

    class Meta:
        ordering = ("role", "since")

    @property
    def role_name(self) -> str:
        """The name of the role in Chinese."""
        return roles()[self.role].name


class Delegation(Dated):
    """One person stands in for another from a day until before another; what he signs, he signs in his own
    name.
    """

    principal = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="delegations", verbose_name="委托人"
    )
    deputy = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="stands_in", verbose_name="受托人"
    )
    reason = models.CharField("事由", max_length=100)

    class Meta:
        ordering = ("since",)


class HandOver(Owned):
    """All open work of one person given to another at once, with what was given."""

    giver = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", verbose_name="移交人")
    taker = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", verbose_name="接收人")
    on = models.DateField("移交日期")
    reason = models.CharField("事由", max_length=100)
    items = models.JSONField("移交内容", default=dict)
    done_by = models.CharField(max_length=64)
    done_at = models.DateTimeField()

    class Meta:
        ordering = ("-done_at",)
