"""The tables of the people."""

from gongkai.web.people.models.duties import Delegation, HandOver, RoleGrant
from gongkai.web.people.models.person import PastPassword, Person, PersonQuerySet, Unit
from gongkai.web.people.models.signing import RecoveryCode, SecondFactor, SignIn

__all__ = [
    "Delegation", "HandOver", "PastPassword", "Person", "PersonQuerySet", "RecoveryCode", "RoleGrant",
    "SecondFactor", "SignIn", "Unit",
]  # fmt: skip
