"""The forms of signing in and of one's own account."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError

from gongkai.web.pages.forms import OfficeForm
from gongkai.web.people.models import Person
from gongkai.web.people.passwords import MOST, rules_in_words
from gongkai.web.people.policy import policy

LOGIN_LENGTH = 80


class SignInForm(forms.Form):
    """Login and password."""

    login = forms.CharField(max_length=LOGIN_LENGTH)
    password = forms.CharField(max_length=200, strip=False)


def _password(label: str, complete: str, help_text: str = "") -> forms.CharField:
    widget = forms.PasswordInput(attrs={"autocomplete": complete, "maxlength": MOST})
    return forms.CharField(label=label, max_length=MOST, strip=False, widget=widget, help_text=help_text)


def code_field(label: str = "动态口令", help_text: str = "") -> forms.CharField:
    """A field for a code of six digits, or a recovery code."""
    attrs = {"autocomplete": "one-time-code", "inputmode": "text", "maxlength": 30}
    return forms.CharField(
        label=label, max_length=30, help_text=help_text, widget=forms.TextInput(attrs=attrs)
    )


class CodeForm(OfficeForm):
    """The second step of signing in."""

    code = code_field(help_text="手机验证器上显示的6位数字；手机不在身边的，填写一个恢复码。")


class ConfirmForm(OfficeForm):
    """The first code of a new authenticator."""

    code = code_field(help_text="用手机验证器扫描上面的图形后，填写显示的6位数字。")


class OwnPasswordForm(OfficeForm):
    """The present password and, twice, the new one."""

    present = _password("现在的口令", "current-password")
    new = _password("新口令", "new-password")
    again = _password("再填一次新口令", "new-password")
    ARTICLES: ClassVar[dict[str, str]] = {"new": "GB/T 22239-2019 身份鉴别"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["new"].help_text = rules_in_words(policy())

    def clean(self) -> dict[str, Any]:
        """Both must be the same."""
        values: dict[str, Any] = super().clean() or {}
        if values.get("new") and values.get("again") and values["new"] != values["again"]:
            raise ValidationError({"again": "两次填写的新口令不一致，请重新填写。"})
        return values


class PresentPasswordForm(OfficeForm):
    """The present password, asked again before the sign-in itself is changed."""

    present = _password("现在的口令", "current-password", "更改登录方式前，请再填一次口令。")


class DelegationForm(OfficeForm):
    """Who stands in, from when until when, and why."""

    deputy = forms.ModelChoiceField(
        Person.objects.none(),
        label="受托人",
        empty_label="请选择",
        help_text="受托人以自己的名义签署，系统记明代谁办理。",
    )
    since = forms.DateField(label="自")
    until = forms.DateField(label="至", help_text="最后一天；次日起委托自动终止。")
    reason = forms.CharField(label="事由", max_length=100, help_text="例如：出差、休假。")

    def __init__(self, *args: Any, people: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["deputy"]
        field.queryset = people

    def clean(self) -> dict[str, Any]:
        """The last day is not before the first."""
        values: dict[str, Any] = super().clean() or {}
        if values.get("since") and values.get("until") and values["until"] < values["since"]:
            raise ValidationError({"until": "最后一天不能早于第一天。"})
        return values
