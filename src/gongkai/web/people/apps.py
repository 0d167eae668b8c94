"""The app of the people."""

from __future__ import annotations

from django.apps import AppConfig


class People(AppConfig):
    """People, units, roles, delegations, sign-in."""

    name = "gongkai.web.people"
    label = "people"
    verbose_name = "人员"
