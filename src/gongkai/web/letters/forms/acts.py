"""The small forms on the page of a letter, and the form of the pattern."""

from __future__ import annotations

from typing import ClassVar

from django import forms

from gongkai.letters.document import documents
from gongkai.letters.numbers import PATTERN, SOURCE, Rule
from gongkai.values.errors import NotAllowed
from gongkai.web.letters.models import WAYS
from gongkai.web.pages.forms import OfficeForm


class SeenForm(OfficeForm):
    """What every act on a letter names: the version that the actor had before him."""

    seen = forms.IntegerField(min_value=1, widget=forms.HiddenInput)


class IssueForm(SeenForm):
    """The day of the letter, on which its number is taken."""

    on = forms.DateField(label="成文日期", help_text="领导签发的日期；编号的年份按这一天计。")
    ARTICLES: ClassVar = {"on": "GB/T 9704—2012第7.3.5.4条"}


class ScanForm(SeenForm):
    """The scan of the sealed paper."""

    file = forms.FileField(
        label="盖章扫描件或者电子印章文件",
        help_text="PDF、OFD或者图片。上传后与现行版本的文字对应；文书重新生成的，对应关系即失效。",
    )


class DispatchForm(SeenForm):
    """How and when the letter went out."""

    way = forms.ChoiceField(label="发出方式", choices=[("", "请选择"), *WAYS.items()])
    on = forms.DateField(label="发出日期")
    ARTICLES: ClassVar = {"way": "《条例》第四十条"}


class VoidForm(SeenForm):
    """Why the letter is voided."""

    reason = forms.CharField(
        label="作废的理由", max_length=200, help_text="文号不收回、不重用，理由与文号一并留存。"
    )


class PatternForm(OfficeForm):
    """机关代字 and the pattern, from a day on."""

    mark = forms.CharField(label="机关代字", max_length=20, help_text="例如“临司”。")
    pattern = forms.CharField(
        label="发文字号格式",
        max_length=80,
        initial=PATTERN,
        help_text="花括号中依次为机关代字 {prefix}、文种字 {series}、年份 {year}、顺序号 {serial}。",
    )
    since = forms.DateField(label="自何日起使用", help_text="顺序号接着原来的编，不从头开始。")
    ARTICLES: ClassVar = {"pattern": SOURCE}

    def clean(self) -> dict[str, object]:
        """Hold the pattern against the norm."""
        found = super().clean() or {}
        if "mark" in found and "pattern" in found:
            try:
                Rule(found["mark"].strip(), found["pattern"].strip())
            except NotAllowed as error:
                self.add_error("pattern", error.sentence)
        return found

    def preview(self) -> list[tuple[str, str]]:
        """Each series with the first number of the year from which the pattern holds."""
        rule = Rule(self.cleaned_data["mark"].strip(), self.cleaned_data["pattern"].strip())
        series = dict.fromkeys(one.series for one in documents() if one.series)
        return [(word, rule.number(word, self.cleaned_data["since"].year, 1)) for word in series]
