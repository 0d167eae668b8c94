"""When and how the organ's messages go out, and what has not gone out."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from gongkai.web.notices.actions.setting_up import RIGHT, set_delivery
from gongkai.web.notices.forms import DeliveryForm
from gongkai.web.notices.models import Outgoing
from gongkai.web.notices.patterns import delivery_of
from gongkai.web.rights.access import actor_of, allow

PAGE = "/office/notices/delivery/"
SHOWN = 20


@allow(RIGHT, "GET", "POST")
def delivery(request: HttpRequest) -> HttpResponse:
    """The settings, and the messages that were given up or wait after a failure (titles, no addresses)."""
    organ: Any = getattr(request, "organ", None)
    row = delivery_of(organ)
    form = DeliveryForm(
        request.POST or None, initial={name: getattr(row, name) for name in DeliveryForm.KEYS}
    )
    if request.method == "POST" and form.is_valid():
        values = {name: form.cleaned_data[name] for name in DeliveryForm.KEYS}
        try:
            set_delivery(
                actor_of(request), organ, timezone.now(), secret=form.cleaned_data["secret"], **values
            )
        except ValidationError as error:
            form.add_error(None, [m for field in error.message_dict.values() for m in field])
        else:
            return redirect(PAGE)
    troubled = Outgoing.objects.for_organ(organ).filter(sent_at=None).exclude(trouble="")
    context = {
        "form": form,
        "troubled": troubled.order_by("-made_at")[:SHOWN],
        "has_secret": bool(len(row.webhook_secret)),
    }
    return render(request, "notices/delivery.html", context, status=400 if request.method == "POST" else 200)
