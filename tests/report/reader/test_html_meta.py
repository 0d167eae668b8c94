"""What a page says of itself; the whole is tested in test_html.py, here the order of the sources."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from gongkai.report.reader.blocks import Paragraph
from gongkai.report.reader.html_meta import metas_of, published_on, title_of


def test_the_first_meta_of_a_name_counts() -> None:
    source = (
        "<meta name=PubDate content=2024-01-02><meta name=pubdate content=2023-01-01>"
        "<META property='og:x' content=y>"
    )
    assert metas_of(LexborHTMLParser(source), source) == {"pubdate": "2024-01-02", "og:x": "y"}


def test_metadata_go_before_the_tag_of_the_editing_system() -> None:
    source = "<publishtime>2024-02-02</publishtime>"
    tree = LexborHTMLParser(source)
    assert published_on(tree, {"pubdate": "2024-01-02 08:00"}, source, []) == "2024-01-02"
    assert published_on(tree, {"pubdate": "无"}, source, []) == "2024-02-02"


def test_our_own_page_has_the_day_in_its_metadata_or_not_at_all() -> None:
    source, said = "<p>发布日期：2024-03-03</p>", [Paragraph("发布日期：2024-03-03")]
    tree = LexborHTMLParser(source)
    assert published_on(tree, {}, source, list(said)) == "2024-03-03"
    assert published_on(tree, {"generator": "gongkai"}, source, list(said)) is None
    assert published_on(tree, {"generator": "gongkai", "pubdate": "2024-01-02"}, source, []) == "2024-01-02"


def test_no_title_is_none() -> None:
    assert title_of(LexborHTMLParser("<p>文"), {}) is None
