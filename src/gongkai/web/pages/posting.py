"""What every view with a form does alike: errors of an act beside the fields, and the way back
after saving.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render


def add_errors(form: forms.BaseForm, problem: ValidationError) -> None:
    """Put the errors of an act beside the fields that they name; the others above the form."""
    if hasattr(problem, "error_dict"):
        for name, errors in problem.error_dict.items():
            form.add_error(name if name in form.fields else None, [e for one in errors for e in one.messages])
    else:
        form.add_error(None, problem)


def form_page(
    request: HttpRequest, form: forms.BaseForm, title: str, button: str, **more: Any
) -> HttpResponse:
    """A page with one form: 400 where what was posted does not hold."""
    context = {"form": form, "title": title, "button": button, **more}
    return render(request, "pages/form.html", context, status=400 if form.is_bound else 200)


def saved(request: HttpRequest, address: str, words: str = "已保存。") -> HttpResponse:
    """Back to a page, which then says that it is saved."""
    messages.success(request, words)
    return redirect(address)
