"""What the applicant sent after filing, and his rating, on the page of the case; texts open on purpose."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from gongkai.web.applications.cases import CaseState
from gongkai.web.applications.files import subject_of
from gongkai.web.applications.models import Application
from gongkai.web.applying.acting import ID
from gongkai.web.applying.models import Rating, Supplement
from gongkai.web.attachments.models import Attachment
from gongkai.web.rights.actor import Actor


def supplements_of(application: Application) -> list[Supplement]:
    """The texts of the applicant, in order."""
    rows = Supplement.objects.for_organ(application.organ_id).select_related("organ")
    return list(rows.filter(application=application))


def suggested(application: Application) -> list[str]:
    """That the applicant suggested disclosure to everybody, for the office's page of art. 44."""
    return [
        f"申请人{timezone.localtime(one.at):%Y年%-m月%-d日}建议纳入主动公开的范围，理由在办件页面“申请人提交的材料”查看。"
        for one in supplements_of(application)
        if one.kind == "suggestion"
    ]


def rating_of(application: Application) -> Rating | None:
    """His rating; None before there is one."""
    rows = Rating.objects.for_organ(application.organ_id).select_related("organ")
    found: Rating | None = rows.filter(application=application).first()
    return found


def context(actor: Actor, state: CaseState) -> Mapping[str, Any] | None:
    """What the panel shows; None where the applicant has sent nothing but the application."""
    one = state.application
    files = Attachment.objects.for_organ(one.organ_id).of(subject_of(one)).filter(added_by=ID)
    found = {"supplements": supplements_of(one), "rating": rating_of(one), "files": list(files)}
    if not any(found.values()):
        return None
    return found | {"may_open": actor.may("applications.open")}
