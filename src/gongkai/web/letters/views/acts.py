"""What is posted to a letter: its number, a scan, its dispatch, its being voided."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from gongkai.values.errors import FactsError, FileError, NotAllowed
from gongkai.web.entries.row import Taken
from gongkai.web.letters.actions.dispatch import dispatch
from gongkai.web.letters.actions.issue import issue
from gongkai.web.letters.actions.scan import bind_scan
from gongkai.web.letters.actions.void import void
from gongkai.web.letters.files import readable
from gongkai.web.letters.forms.acts import DispatchForm, IssueForm, ScanForm, SeenForm, VoidForm
from gongkai.web.letters.models import Letter
from gongkai.web.letters.standing import present
from gongkai.web.letters.views.letter import page
from gongkai.web.letters.views.lists import address
from gongkai.web.rights.access import actor_of, allow, conflict, not_there
from gongkai.web.rights.actor import Actor, Forbidden

NEWER = "这份文书已有新的版本，您看到的不是现行版本，没有办理。"
Do = Callable[[Actor, Letter, dict[str, Any], dt.datetime], str]


def _act(request: HttpRequest, id: UUID, form_class: type[SeenForm], name: str, do: Do) -> HttpResponse:
    """Check the form, do it, go back to the letter; an error comes back beside its form."""
    actor = actor_of(request)
    one = readable(actor, id)
    if one is None:
        return not_there(request)
    form = form_class(request.POST, request.FILES, prefix=name)
    if form.is_valid():
        try:
            messages.success(request, do(actor, one, form.cleaned_data, timezone.now()))
            return redirect(address(one))
        except Taken:
            return conflict(request, NEWER)
        except Forbidden:
            return not_there(request)
        except (NotAllowed, FactsError) as error:
            form.add_error(None, error.sentence)
        except FileError as error:
            form.add_error("file" if "file" in form.fields else None, error.message)
    if "seen" in form.errors:
        return conflict(request, NEWER)
    return page(request, one, present(one), 422, **{f"{name}_form": form, "opened": name})


@allow("letters.send", "POST")
def number(request: HttpRequest, id: UUID) -> HttpResponse:
    """Take the number."""

    def do(actor: Actor, one: Letter, data: dict[str, Any], now: dt.datetime) -> str:
        row = issue(actor, one, on=data["on"], seen=data["seen"], now=now)
        return f"文号为{row.number}。请下载PDF打印、用印。" if row.number else "已经定稿。"

    return _act(request, id, IssueForm, "issue", do)


@allow("letters.draft", "POST")
def scan(request: HttpRequest, id: UUID) -> HttpResponse:
    """Bind a scan to the present text."""

    def do(actor: Actor, one: Letter, data: dict[str, Any], now: dt.datetime) -> str:
        file = data["file"]
        bound = bind_scan(actor, one, file.name or "", file.read(), seen=data["seen"], now=now)
        for notice in bound.file.notices:
            messages.warning(request, notice)
        return f"“{bound.file.name}”已与第{data['seen']}版的文字对应。"

    return _act(request, id, ScanForm, "scan", do)


@allow("letters.send", "POST")
def sending(request: HttpRequest, id: UUID) -> HttpResponse:
    """Record that it went out."""

    def do(actor: Actor, one: Letter, data: dict[str, Any], now: dt.datetime) -> str:
        dispatch(actor, one, data["way"], on=data["on"], seen=data["seen"], now=now)
        return "已登记发出。"

    return _act(request, id, DispatchForm, "dispatch", do)


@allow("letters.send", "POST")
def voiding(request: HttpRequest, id: UUID) -> HttpResponse:
    """Void it, with the reason."""

    def do(actor: Actor, one: Letter, data: dict[str, Any], now: dt.datetime) -> str:
        void(actor, one, data["reason"], seen=data["seen"], now=now)
        return "已经作废，文号和理由留存。" if one.number else "已经作废。"

    return _act(request, id, VoidForm, "void", do)
