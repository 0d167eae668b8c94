"""Plain text: gaps, widths and traditional characters go, offsets stay."""

from __future__ import annotations

from gongkai.report.statements.plain import plain


def test_gaps_inside_a_sentence_go_and_spans_lead_back() -> None:
    """A span of the plain text gives the printed piece, gaps included."""
    text = "共收到 政府信息\n\n公开 申请 12\n件。"
    made = plain(text)
    assert made.text == "共收到政府信息公开申请12件。"
    start = made.text.index("12")
    assert text[slice(*made.span(start, start + 3))] == "12\n件"


def test_paragraphs_stay_apart() -> None:
    """A line break after a full stop, before a mark or after a heading is one."""
    assert plain("办结。\n其中").text == "办结。\n其中"
    assert plain("公开\n（二）依申请公开").text == "公开\n（二）依申请公开"
    assert plain("（一）主动公开情况\n不断强化").text == "（一）主动公开情况\n不断强化"
    assert plain("主动公开\n不断强化").text == "主动公开不断强化"


def test_digits_side_by_side_are_kept_apart() -> None:
    """Two numbers are never glued to one."""
    assert plain("共12 34件").text == "共12 34件"


def test_widths_commas_and_traditional_characters() -> None:
    """Replaced one for one; a comma inside a number stays."""
    assert plain("發佈１２條,共1,234條(含)").text == "发布12条，共1,234条（含）"


def test_numbers_of_pages_go() -> None:
    """A line with a page number between dashes breaks no sentence."""
    assert plain("核对目录47件、\n— 2 —\n核对公告91件").text == "核对目录47件、核对公告91件"
