"""The tables of the applications."""

from gongkai.web.applications.models.application import Application, ApplicationQuerySet
from gongkai.web.applications.models.approval import ApprovalRequest, Refund
from gongkai.web.applications.models.consulted import Consulted
from gongkai.web.applications.models.entry import ApplicationRow, Standing
from gongkai.web.applications.models.proposal import Proposal, ProposalQuerySet
from gongkai.web.applications.models.remark import Remark
from gongkai.web.applications.models.urging import Urging
from gongkai.web.applications.models.work import Assignment, Note

__all__ = [
    "Application",
    "ApplicationQuerySet",
    "ApplicationRow",
    "ApprovalRequest",
    "Assignment",
    "Consulted",
    "Note",
    "Proposal",
    "ProposalQuerySet",
    "Refund",
    "Remark",
    "Standing",
    "Urging",
]
