"""The tables of the organs."""

from gongkai.web.organs.models.chosen import Chosen
from gongkai.web.organs.models.organ import LEVELS, RELATIONS, Organ, OrganRelation
from gongkai.web.organs.models.persons import Adviser, Officer
from gongkai.web.organs.models.places import DisclosureOffice, RemedyBody

__all__ = [
    "LEVELS", "RELATIONS", "Adviser", "Chosen", "DisclosureOffice", "Officer", "Organ", "OrganRelation",
    "RemedyBody",
]  # fmt: skip
