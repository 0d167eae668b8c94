"""The page: semantic, self-contained, says what it is, hides nothing and runs nothing."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from selectolax.lexbor import LexborHTMLParser

from gongkai.report.reader.reading import open_report
from gongkai.report.writer.html import write
from tests.report.writer.test_layout import report_of as with_tables
from tests.report.writer.test_prose import TITLE
from tests.report.writer.test_prose import report_of as with_prose


def page(**changed: object) -> tuple[str, LexborHTMLParser]:
    """The page of a whole report, as text and as a tree."""
    report = replace(with_prose(), tables=with_tables().tables, **changed)  # type: ignore[arg-type]
    text = write(report).decode()
    return text, LexborHTMLParser(text)


def test_the_page_says_what_it_is() -> None:
    _, tree = page(published_on=date(2025, 1, 21))
    named = {n.attrs.sget("name"): n.attrs.sget("content") for n in tree.css("meta[name]")}
    assert named["ArticleTitle"] == TITLE
    assert named["ContentSource"] == "云泽市水务局"
    assert named["PubDate"] == "2025-01-21"
    assert tree.css_first("html").attrs.sget("lang") == "zh-CN"
    assert tree.css_first("title").text() == TITLE


def test_a_day_that_is_not_known_is_not_made_up() -> None:
    text, _ = page()
    assert "PubDate" not in text


def test_tables_have_captions_scopes_and_heads_that_repeat() -> None:
    _, tree = page()
    captions = [node.text() for node in tree.css("caption")]
    assert captions == [node.text() for node in tree.css("h2")][1:4]
    assert all(node.attrs.sget("scope") for node in tree.css("th"))
    assert len(tree.css("table.applications thead tr")) == 3
    assert len(tree.css("table.proactive tbody")) == 4
    assert len(tree.css("th[scope=rowgroup]")) == 5


def test_nothing_runs_and_nothing_is_fetched() -> None:
    text, tree = page()
    assert not tree.css("script, link, img, iframe, object, [onclick], [src], [href], [style]")
    assert not re.search(r"url\(|@import|https?:", text)


def test_what_looks_like_markup_is_text() -> None:
    report = replace(with_prose(last="<script>alert(1)</script> & <b>"), organ='"><img src=x>')
    text = write(report).decode()
    assert "<script>" not in text
    assert "<img" not in text
    assert (
        open_report("a.html", text.encode()).reports[0].chapters[5].text == "<script>alert(1)</script> & <b>"
    )


def test_a_caption_that_repeats_its_heading_is_no_paragraph() -> None:
    text, _ = page()
    report = open_report("a.html", text.encode()).reports[0]
    assert [c.text for c in report.chapters][1:4] == ["", "", ""]
    other = re.sub(r"<caption>[^<]*", "<caption>单位：件", text)
    assert [c.text for c in open_report("a.html", other.encode()).reports[0].chapters][1:4] == [
        "单位：件"
    ] * 3


def test_a_short_aspect_is_a_heading_and_a_sentence_is_none() -> None:
    report = with_prose()
    first = replace(report.chapters[0], text="（一）主动公开\n（二）依申请公开。办结3件，均已答复。")
    tree = LexborHTMLParser(write(replace(report, chapters=(first, *report.chapters[1:]))).decode())
    assert [node.text() for node in tree.css("h3")] == ["（一）主动公开"]
