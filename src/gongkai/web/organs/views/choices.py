"""The settings of the organ: what it may choose, what holds, what held; a choice from a day to come on."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from gongkai.statute.settings import Choice, Point, written
from gongkai.values.errors import NotAllowed
from gongkai.web.organs.actions.choose import choose
from gongkai.web.organs.choosing import Choices
from gongkai.web.organs.models import Chosen
from gongkai.web.organs.options import GROUPS, option, options
from gongkai.web.pages.forms import OfficeForm, dress
from gongkai.web.pages.posting import form_page, saved
from gongkai.web.pages.rows import organ_of
from gongkai.web.rights.access import actor_of, allow

PAGE = "/office/organ/choices/"


class ChoiceForm(OfficeForm):
    """A value for one option, from which day on, and why."""

    value = forms.ChoiceField(label="取法")
    since = forms.DateField(label="自哪一天起", help_text="明天或者以后。这一天起收到的申请适用。")
    reason = forms.CharField(label="理由", max_length=300, help_text="例如所依据的文件、会议决定。")

    def __init__(self, one: Point, *args: Any, **kwargs: Any) -> None:
        self.one = one
        # The field must stand before the form is dressed, which keeps what it has seen of it.
        forms.Form.__init__(self, *args, **{"label_suffix": ""} | kwargs)
        if one.options():
            field: Any = forms.ChoiceField(
                label="取法",
                widget=forms.RadioSelect,
                choices=[(written(each), one.words(each)) for each in one.options()],
            )
        else:
            field = forms.IntegerField(label="取法", min_value=one.low, max_value=one.high)
            field.help_text = f"{one.low}至{one.high}。"
        self.fields["value"] = field
        self.order_fields(["value", "since", "reason"])
        dress(self)

    def taken(self) -> Choice:
        """The value as the option has it."""
        value = self.cleaned_data["value"]
        return next((each for each in self.one.options() if written(each) == value), value)


def _said(one: Point, value: Choice) -> str:
    """A value in words, as a sentence: a number has no full stop of its own."""
    return f"{one.words(value).rstrip('。')}。"


def _line(one: Point, choices: Choices, today: dt.date) -> dict[str, Any]:
    value = choices.value(one.name, today)
    own, default = value != one.default, _said(one, one.default)
    return {"one": one, "value": one.words(value), "default": default, "own": own}


@allow("organs.read", "GET")
def choices(request: HttpRequest) -> HttpResponse:
    """Every option with the value that holds today, its default, and how well that is founded."""
    organ, today = organ_of(request), timezone.localdate()
    mine = Choices(organ)
    groups = [
        (GROUPS[group], [_line(one, mine, today) for one in found])
        for group, found in options().items()
        if found
    ]
    rows = Chosen.objects.for_organ(organ).order_by("-since", "-at")
    history = [(row, option(row.name), _said(option(row.name), row.value), row.since > today) for row in rows]
    return render(request, "organs/choices.html", {"groups": groups, "history": history, "today": today})


@allow("organs.edit", "GET", "POST")
def change(request: HttpRequest, name: str) -> HttpResponse:
    """Choose another value for one option."""
    try:
        one = option(name)
    except NotAllowed:
        raise Http404 from None
    organ, now = organ_of(request), timezone.now()
    tomorrow = timezone.localdate() + dt.timedelta(1)
    value = Choices(organ).value(name, timezone.localdate())
    form = ChoiceForm(one, request.POST or None, initial={"since": tomorrow, "value": written(value)})
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            choose(
                actor_of(request),
                organ,
                name,
                form.taken(),
                since=data["since"],
                reason=data["reason"],
                now=now,
            )
        except NotAllowed as error:
            form.add_error(None, error.sentence)
        else:
            return saved(request, PAGE, f"已选定，自{data['since']}起适用。")
    # What each choice means stands beside it; a number has nothing beside it.
    lead = [
        "" if one.options() else one.explanation,
        f"默认：{one.words(one.default)}（{one.mark_words}）",
        one.fixed,
    ]
    return form_page(request, form, one.title, "选定", lead=[text for text in lead if text], back=PAGE)
