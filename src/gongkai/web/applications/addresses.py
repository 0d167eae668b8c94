"""Where the pages of a case are: the one place that writes these addresses."""

from __future__ import annotations

from gongkai.web.applications.models import Application

LIST = "/office/applications/"


def case_address(application: Application, *parts: str) -> str:
    """The page of a case, or one below it."""
    return LIST + "".join(f"{part}/" for part in (application.number, *parts))
