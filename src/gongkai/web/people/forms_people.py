"""The forms of people, units and roles, for the administrators."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError

from gongkai.web.organs.models import Organ
from gongkai.web.pages.forms import OfficeForm
from gongkai.web.people.models import Person, Unit
from gongkai.web.people.models.person import LOGIN
from gongkai.web.rights.roles import roles


class PersonForm(OfficeForm):
    """What is known of a person. Phone and mail are sealed: an empty field leaves them as they are."""

    name = forms.CharField(label="姓名", max_length=40)
    unit = forms.ModelChoiceField(Unit.objects.none(), label="处室", required=False, empty_label="不属于处室")
    post = forms.CharField(label="职务", max_length=60, required=False)
    phone = forms.RegexField(
        r"^1\d{10}$", label="手机号码", required=False, help_text="加密保存，列表中不显示。", strip=True,
        error_messages={"invalid": "手机号码为11位数字，以1开头，请核对。"},
    )  # fmt: skip
    email = forms.EmailField(
        label="电子邮箱", required=False, help_text="加密保存，用于接收提醒。",
        error_messages={"invalid": "电子邮箱的写法不对，例如name@example.gov.cn。"},
    )  # fmt: skip
    field_order = ("name", "login", "unit", "post", "phone", "email", "joined_on")

    def __init__(self, *args: Any, units: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["unit"]
        field.queryset = units

    def values(self) -> dict[str, Any]:
        """What was filled in; private fields only where they were."""
        private = {"phone", "email"}
        return {key: one for key, one in self.cleaned_data.items() if one or key not in private}


class NewPersonForm(PersonForm):
    """The same, with the login and the first day."""

    login = forms.CharField(label="登录名", max_length=40)
    joined_on = forms.DateField(label="启用之日")
    ARTICLES: ClassVar[dict[str, str]] = {"login": "GB/T 22239-2019 身份标识唯一"}

    def __init__(self, *args: Any, organ: Organ, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.organ = organ
        whole = f"完整的登录名是“{organ.code}.您填写的内容”"
        told = f"小写字母、数字、点、横线；登录时在前面加上本机关代码，{whole}。"
        self.fields["login"].help_text = told

    def clean_login(self) -> str:
        """The whole login: the organ's code before it, so that organs never clash, nor tell of each other by
        a clash.
        """
        text = str(self.cleaned_data["login"]).strip().lower().removeprefix(f"{self.organ.code}.")
        login = f"{self.organ.code}.{text}"
        LOGIN(login)
        if Person.objects.for_organ(self.organ).filter(login=login).exists():
            raise ValidationError(f"已经有人使用“{login}”，请换一个登录名。")
        return login


class UnitForm(OfficeForm):
    """A unit of the organ."""

    name = forms.CharField(label="处室名称", max_length=60)
    position = forms.IntegerField(
        label="排序", min_value=0, max_value=999, initial=0, help_text="数字小的在前。"
    )


class NewUnitForm(UnitForm):
    """The same, with its first day."""

    since = forms.DateField(label="自")


class GrantForm(OfficeForm):
    """A role, from a day on, in the whole organ or for one unit."""

    role = forms.ChoiceField(label="角色")
    unit = forms.ModelChoiceField(Unit.objects.none(), label="限于处室", required=False, empty_label="全机关")
    since = forms.DateField(label="自")
    ARTICLES: ClassVar[dict[str, str]] = {"role": "GB/T 22239-2019 访问控制（三员分立）"}

    def __init__(self, *args: Any, units: Any = None, open_roles: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["unit"].queryset = units
        fields["role"].choices = [("", "请选择"), *open_roles.items()]
        fields[
            "role"
        ].help_text = "系统管理员、安全管理员、审计管理员互相排斥，也不能与任何业务角色由同一人担任。"


class LeaveForm(OfficeForm):
    """The last day, and who takes over."""

    last_day = forms.DateField(
        label="最后工作日", required=False, help_text="次日起不能登录。只移交工作、不离岗的，不填。"
    )
    taker = forms.ModelChoiceField(
        Person.objects.none(), label="接收人", required=False, empty_label="没有需要接收的工作"
    )
    reason = forms.CharField(label="事由", max_length=100, help_text="例如：调离、退休、轮岗。")

    def __init__(self, *args: Any, people: Any = None, may_leave: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["taker"]
        field.queryset = people
        if not may_leave:
            del self.fields["last_day"]

    def clean(self) -> dict[str, Any]:
        """One of the two must be said."""
        values: dict[str, Any] = super().clean() or {}
        if not values.get("last_day") and not values.get("taker"):
            raise ValidationError("请填写最后工作日，或者选择接收人。")
        return values


def role_names() -> dict[str, str]:
    """Every role by its key, in Chinese."""
    return {key: one.name for key, one in roles().items()}
