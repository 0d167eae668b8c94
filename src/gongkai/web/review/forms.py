"""The forms of the review page. Each carries the position and the fingerprint of what was shown: nothing
is signed unseen.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from django import forms

from gongkai.web.pages.forms import OfficeForm, dress
from gongkai.web.review.actions.doing import Seen
from gongkai.web.review.core.acts import AUTHOR, Mark
from gongkai.web.review.core.chain import FEWEST, MOST, Chain, Step, default_name
from gongkai.web.review.core.words import checks, conclusions

MARKS = 4
"""Rows for marks on the page."""
CARRIERS = {"official": "公文类", "other": "非公文类"}
TRUTH = [("no", "否"), ("yes", "是")]


class SeenForm(OfficeForm):
    """What every act sends back of the page that was shown."""

    position = forms.IntegerField(min_value=1, widget=forms.HiddenInput)
    hash = forms.CharField(max_length=80, widget=forms.HiddenInput)

    def stale(self, position: int) -> bool:
        """Whether the form was sent from a page that showed an earlier position than the record now has.

        Asked before the rest is looked at: what could be chosen then may be gone by now.
        """
        given = str(self.data.get(self.add_prefix("position"), ""))
        return given.isdigit() and int(given) != position

    @property
    def seen(self) -> Seen:
        """The same as the acts take it."""
        return Seen(self.cleaned_data["position"], self.cleaned_data["hash"])


class SignForm(SeenForm):
    """Sign a step: every check ticked, an opinion if one likes."""

    prefix = "sign"
    step = forms.IntegerField(min_value=1, max_value=MOST, widget=forms.HiddenInput)
    principal = forms.CharField(required=False, max_length=36, widget=forms.HiddenInput)
    checks = forms.MultipleChoiceField(
        label="逐项核对", widget=forms.CheckboxSelectMultiple, required=False,
        choices=[(key, f"{one.name}：{one.ask}") for key, one in checks().items()],
        help_text="每一项都看过、没有问题才能签署；有问题的，在下面退回。",
    )  # fmt: skip
    opinion = forms.CharField(
        label="意见", required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="可以不填。填写的意见印在发布审核单上。",
    )  # fmt: skip


class SecrecyForm(SeenForm):
    """保密审查, with the fields of its form."""

    prefix = "secrecy"
    ARTICLES: ClassVar[dict[str, str]] = {"conclusion": "《政府信息公开条例》第十七条"}
    principal = forms.CharField(required=False, max_length=36, widget=forms.HiddenInput)
    carrier = forms.ChoiceField(label="载体形式", choices=list(CARRIERS.items()), widget=forms.RadioSelect)
    joint = forms.ChoiceField(
        label="涉及其他机关的信息", choices=TRUTH, widget=forms.RadioSelect, initial="no",
        help_text="联合制作的，应当取得共同制作机关的书面同意。",
    )  # fmt: skip
    consent = forms.CharField(label="共同制作机关的意见", required=False, max_length=200)
    conclusion = forms.ChoiceField(
        label="审查结论", widget=forms.RadioSelect,
        choices=[(key, f"{one.name}：{one.means}") for key, one in conclusions().items()],
    )  # fmt: skip
    basis = forms.CharField(
        label="依据和理由", required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="结论不是“可以公开”的，必须写明。不要写入国家秘密的内容。",
    )  # fmt: skip
    opinion = forms.CharField(label="意见", required=False, max_length=500)

    def clean(self) -> dict[str, Any]:
        """A joint document needs what the other organ said, before it can be disclosed."""
        data = super().clean() or self.cleaned_data
        if data.get("joint") == "yes" and data.get("conclusion") == "disclose" and not data.get("consent"):
            self.add_error("consent", "涉及其他机关的，请填写其书面意见的文号或者日期。")
        return data

    @property
    def on_form(self) -> dict[str, str]:
        """The fields that the printed form shows beside the conclusion."""
        return {key: self.cleaned_data[key] for key in ("carrier", "joint", "consent")}


class ReturnForm(SeenForm):
    """Send back: from where, to where, why, and marks."""

    prefix = "return"
    task = forms.TypedChoiceField(label="从哪个环节退回", coerce=int)
    to = forms.TypedChoiceField(label="退回到", coerce=int)
    reason = forms.CharField(
        label="退回理由", max_length=1000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="写明要改什么，拟稿人照此修改。",
    )  # fmt: skip

    def __init__(
        self, *args: Any, tasks: list[tuple[int, str]], places: list[tuple[str, str]], **kwargs: Any
    ) -> None:
        # The choices must stand before the form is dressed, which looks at its errors.
        forms.Form.__init__(self, *args, **{"label_suffix": ""} | kwargs)
        self.fields["task"].choices = tasks  # type: ignore[attr-defined]
        earlier = [(number, f"第{number}个环节") for number in range(1, max([0, *(t for t, _ in tasks)]))]
        self.fields["to"].choices = [(AUTHOR, "拟稿人"), *earlier]  # type: ignore[attr-defined]
        for number in range(1, MARKS + 1):
            self.fields[f"place{number}"] = forms.ChoiceField(
                label=f"标记{number}：位置", required=False, choices=[("", "不标记"), *places]
            )
            self.fields[f"words{number}"] = forms.CharField(
                label=f"标记{number}：原文", required=False, max_length=200
            )
            self.fields[f"remark{number}"] = forms.CharField(
                label=f"标记{number}：意见", required=False, max_length=200
            )
        dress(self)

    @staticmethod
    def mark_names() -> list[str]:
        """The names of the fields of all marks."""
        return [f"{part}{n}" for n in range(1, MARKS + 1) for part in ("place", "words", "remark")]

    def main_lines(self) -> Iterator[dict[str, Any]]:
        """The fields but those of the marks."""
        return (line for line in self.lines() if line["field"].name not in self.mark_names())

    def mark_rows(self) -> list[list[Any]]:
        """The fields of the marks, a row each."""
        return [[self[f"{part}{n}"] for part in ("place", "words", "remark")] for n in range(1, MARKS + 1)]

    @property
    def marks(self) -> list[Mark]:
        """The marks that were filled in."""
        data = self.cleaned_data
        rows = [(data[f"place{n}"], data[f"words{n}"], data[f"remark{n}"]) for n in range(1, MARKS + 1)]
        return [Mark(place, words.strip(), remark.strip()) for place, words, remark in rows if place]


class WithdrawForm(SeenForm):
    """Take back."""

    prefix = "withdraw"
    reason = forms.CharField(label="撤回原因", required=False, max_length=200)


class ResubmitForm(SeenForm):
    """Send again."""

    prefix = "resubmit"
    note = forms.CharField(
        label="修改说明", required=False, max_length=500, help_text="说明改了什么；不改的，说明理由。"
    )


class ReleaseForm(SeenForm):
    """Note where it went out."""

    prefix = "release"
    where = forms.CharField(label="发布到", max_length=100, help_text="例如：本机关网站“通知公告”栏目。")
    address = forms.CharField(label="发布链接", required=False, max_length=500)


def step_form(number: int) -> type[OfficeForm]:
    """The form of one step of a chain; the first is always there, what else is demanded the chain says."""
    from gongkai.web.review.actions.chains import signing_roles  # noqa: PLC0415

    class StepForm(OfficeForm):
        """A step: name, roles, whether only the author's own unit."""

        prefix = f"step{number}"
        name = forms.CharField(
            label="名称", max_length=20, required=number <= FEWEST, help_text=f"例如：{default_name(number)}"
        )
        roles = forms.MultipleChoiceField(
            label="由谁签署", required=number <= FEWEST, widget=forms.CheckboxSelectMultiple,
            choices=list(signing_roles().items()), help_text="选择几个角色的，其中一人签署即可。",
        )  # fmt: skip
        own_unit = forms.BooleanField(label="只限拟稿人所在处室的人签署", required=False)

    return StepForm


class ChainForm(OfficeForm):
    """What a chain has beside its steps."""

    chase_after = forms.IntegerField(
        label="催办间隔（工作日）", min_value=1, max_value=60,
        help_text="等待超过这么多个工作日的，提醒签署人。国家没有统一规定，按本机关的要求填写。",
    )  # fmt: skip


def chain_from(steps: list[Any], rest: Any) -> Chain:
    """The chain that the forms describe; a step without name and roles is none."""
    filled = [
        one.cleaned_data for one in steps if one.cleaned_data.get("name") or one.cleaned_data.get("roles")
    ]
    return Chain(
        tuple(Step(one["name"].strip(), tuple(one["roles"]), one["own_unit"]) for one in filled),
        chase_after=rest.cleaned_data["chase_after"],
    )
