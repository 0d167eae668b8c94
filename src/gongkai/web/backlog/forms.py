"""The table that is brought in, and the lines that were shown and are confirmed."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.core import signing

from gongkai.web.pages.forms import OfficeForm

VALID = 2 * 60 * 60
"""Seconds in which what was shown can be confirmed."""
EXPIRED = "页面已经过期，或者不完整。请重新上传表格。"


class TableForm(OfficeForm):
    """The file."""

    file = forms.FileField(
        label="申请台账",
        help_text="XLSX或者CSV文件，表头照样表。上传后先逐行核对，确认以前不登记任何内容，文件不保存。",
        error_messages={"empty": "文件是空的，请重新选择。"},
    )
    ARTICLES: ClassVar = {"file": "《条例》第四十五条"}


def kept(rows: Any, organ: str) -> str:
    """The lines as they were shown, signed for this organ: the page carries them until they are confirmed."""
    return signing.dumps(rows, salt=f"backlog:{organ}", compress=True)


class ConfirmForm(OfficeForm):
    """What was shown, unchanged."""

    rows = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, organ: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.organ = organ

    def clean_rows(self) -> list[tuple[int, dict[str, str]]]:
        """The lines; raises ``ValidationError`` for what was changed, is too old or another organ's."""
        try:
            rows = signing.loads(self.cleaned_data["rows"], salt=f"backlog:{self.organ}", max_age=VALID)
        except signing.BadSignature as error:
            raise forms.ValidationError(EXPIRED) from error
        return [(number, cells) for number, cells in rows]
