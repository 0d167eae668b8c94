"""The tables of the people."""

from gongkai.web.people.models.duties import Delegation, HandOver, RoleGrant
from gongkai.web.people.models.person import PastPassword, Person, PersonQuerySet, Unit

__all__ = ["Delegation", "HandOver", "PastPassword", "Person", "PersonQuerySet", "RoleGrant", "Unit"]
