"""A file is read, added or erased; for whom, its place says. What one may not read is as if it were not
there.
"""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from gongkai.files.names import content_disposition
from gongkai.values.errors import FileError
from gongkai.web.attachments import places, store
from gongkai.web.attachments.actions.add import add
from gongkai.web.attachments.actions.erase import erase
from gongkai.web.attachments.models import Attachment
from gongkai.web.attachments.organ_files import subject_of
from gongkai.web.rights.access import actor_of, allow, not_there
from gongkai.web.rights.actor import Forbidden

SANDBOX = "default-src 'none'; sandbox"


def found(request: HttpRequest, id: UUID) -> Attachment | None:
    """The file of that id, where this actor may read it."""
    actor = actor_of(request)
    one: Attachment | None = (
        Attachment.objects.for_organ(actor.organ_id).filter(pk=id, erased_at=None).first()
    )
    return one if one and places.may_read(actor, one.subject) else None


@allow("attachments.read", "GET")
def download(request: HttpRequest, id: UUID) -> HttpResponse:
    """The bytes, always as a download, never run by the browser, never kept by it."""
    one = found(request, id)
    if one is None:
        return not_there(request)
    try:
        data = store.read(one.stored_as, one.sha256)
    except FileError as error:
        problem = {"title": "文件无法发送", "message": error.message, "steps": ("请返回上一页。",)}
        status = 503 if isinstance(error, store.Unreachable) else 500
        return render(request, "office/problem.html", {"problem": problem}, status=status)
    response = HttpResponse(data, content_type=one.media_type)
    response.headers["Content-Disposition"] = content_disposition(one.name)
    response.headers["Content-Security-Policy"] = SANDBOX
    return response


@allow("attachments.add", "POST")
def upload(request: HttpRequest) -> HttpResponse:
    """Add one or several files to a subject, and go back to it; what cannot be taken is told one by one."""
    actor, subject = actor_of(request), request.POST.get("subject", "")
    if not places.may_add(actor, subject):
        return not_there(request)
    files = request.FILES.getlist("file")
    if not files:
        messages.error(request, "没有选择文件。请先选择文件，再上传。")
    for file in files:
        try:
            one = add(actor, subject, file.name or "", file.read(), timezone.now())
        except FileError as error:
            messages.error(request, f"“{file.name}”没有收下：{error.message}")
        else:
            messages.success(request, f"“{one.name}”已上传。")
            for notice in one.notices:
                messages.warning(request, f"“{one.name}”：{notice}")
    return redirect(places.address_of(subject))


@allow("attachments.add", "POST")
def erasure(request: HttpRequest, id: UUID) -> HttpResponse:
    """Erase a file, with the reason."""
    one = found(request, id)
    if one is None:
        return not_there(request)
    try:
        erase(actor_of(request), one, request.POST.get("reason", ""), timezone.now())
    except Forbidden:
        return not_there(request)
    except ValidationError as error:
        messages.error(request, "".join(error.messages))
    else:
        messages.success(request, f"“{one.name}”已删除，文件名和理由留有记录。")
    return redirect(places.address_of(one.subject))


@allow("attachments.read", "GET")
def organ_files(request: HttpRequest) -> HttpResponse:
    """The organ's own files."""
    actor = actor_of(request)
    subject = subject_of(actor.organ_code)
    files = Attachment.objects.for_organ(actor.organ_id).of(subject)
    context = {"subject": subject, "files": files, "may_add": places.may_add(actor, subject)}
    return render(request, "attachments/organ_files.html", context)
