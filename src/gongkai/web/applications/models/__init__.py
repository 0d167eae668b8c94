"""The tables of the applications."""

from gongkai.web.applications.models.application import Application, ApplicationQuerySet
from gongkai.web.applications.models.entry import ApplicationRow, Standing
from gongkai.web.applications.models.work import Assignment, Note

__all__ = ["Application", "ApplicationQuerySet", "ApplicationRow", "Assignment", "Note", "Standing"]
