"""typst sets data as it stands, in both standards, and a warning is an error."""

from __future__ import annotations

import io

import pikepdf
import pypdfium2
import pytest

from gongkai.press.typesetting import typeset
from gongkai.values.errors import Refused

TEMPLATE = b"""
#let told = json(bytes(sys.inputs.told))
#set document(title: told.name, description: told.fonts, date: datetime(year: 2026, month: 3, day: 2))
#set text(font: told.faces.body, lang: "zh", region: "cn", fallback: false)
= #told.name
"""


def test_data_is_never_markup_and_the_file_meets_both_standards() -> None:
    made = typeset(TEMPLATE, {"name": "告知 #panic() *书*"}, "文书")
    assert "告知 #panic() *书*" in pypdfium2.PdfDocument(made)[0].get_textpage().get_text_range()
    with pikepdf.open(io.BytesIO(made)) as file:
        xmp = file.open_metadata()
        assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"], xmp["pdfuaid:part"]) == ("2", "A", "1")
        assert "代仿宋_GB2312" in str(xmp["dc:description"])


def test_the_same_data_gives_the_same_bytes() -> None:
    assert typeset(TEMPLATE, {"name": "甲"}, "文书") == typeset(TEMPLATE, {"name": "甲"}, "文书")


def test_a_sign_without_a_font_is_refused_by_the_name_of_the_paper() -> None:
    with pytest.raises(Refused, match="文书里有字体没有的字") as refused:
        typeset(TEMPLATE, {"name": "无字\ue000"}, "文书")
    assert refused.value.code == "no_glyph"


def test_control_a_warning_and_a_fault_fail() -> None:
    with pytest.raises(RuntimeError, match="unknown font family"):
        typeset(TEMPLATE + b'#text(font: "no such family", fallback: true)[x]\n', {"name": "甲"}, "文书")
    with pytest.raises(RuntimeError, match="key"):
        typeset(TEMPLATE, {}, "文书")
