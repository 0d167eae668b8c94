"""Markup that a page carries as text is taken out, unescaped and read; nothing is run."""

from __future__ import annotations

import html
import json

import pytest

from gongkai.report.reader.blocks import Grid
from gongkai.report.reader.html import blocks
from gongkai.report.reader.html_embedded import embedded

MARKUP = '<p>云州示例局</p>\n<table class="a"><tr><td>规章</td><td>3</td></tr></table>'
TEXTAREA = f"<body><textarea id=c>{html.escape(MARKUP)}</textarea></body>"
SCRIPT = f"<body><script>var c = {json.dumps(MARKUP).replace('</', '<' + chr(92) + '/')};</script></body>"
ESCAPED = "<body><script>x='" + MARKUP.replace("<", "\\u003c").replace("\n", "\\n") + "'</script></body>"
TEMPLATE = f'<body><script type="text/template">{MARKUP}</script></body>'


@pytest.mark.parametrize(
    "page", [TEXTAREA, SCRIPT, ESCAPED, TEMPLATE], ids=["textarea", "json", "u003c", "template"]
)
def test_a_table_in_text_is_found(page: str) -> None:
    (grid,) = [item for item in blocks(page).items if isinstance(item, Grid)]
    assert [c.text for c in grid.rows[0]] == ["规章", "3"]


def test_a_page_with_a_table_of_its_own_is_left_alone() -> None:
    page = "<body><table><tr><td>自己的表</td><td>1</td></tr></table>" + TEXTAREA + "</body>"
    grids = [item for item in blocks(page).items if isinstance(item, Grid)]
    assert [c.text for g in grids for c in g.rows[0]] == ["自己的表", "1"]


@pytest.mark.parametrize(
    "page", ["<p>无</p>", "<textarea>hello</textarea>", "<script>var a='<p>x</p>'</script>"]
)
def test_text_without_a_table_is_no_report(page: str) -> None:
    assert embedded(page) is None


def test_an_open_string_ends_the_search() -> None:
    assert embedded('<script>var a = "<table' + "\\" * 5001 + "</script>") is None
