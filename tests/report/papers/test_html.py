"""A paper as a page: self-contained, nothing of a report is markup."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from gongkai.report.compare import compare
from gongkai.report.papers import comparison, lineup, rollup
from gongkai.report.papers.html import write
from tests.report.papers.found import a_row, a_sum, of, two_years

EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)>有一句话写成了这样，读的人都看得见。"


class Tags(HTMLParser):
    """The elements and attributes of a page, and whether each element is closed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.names: list[str] = []
        self.open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.tags.append(tag)
        self.names += [name for name, _ in attrs]
        if tag != "meta":
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element of a drawing."""
        self.tags.append(tag)
        self.names += [name for name, _ in attrs]

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost element."""
        assert self.open.pop() == tag


def test_papers_are_whole_pages_without_script_or_address() -> None:
    for made in (comparison.paper(two_years()), lineup.paper(a_row()), rollup.paper(a_sum())):
        page = write(made).decode()
        tags = Tags(page)
        assert tags.open == []
        assert "svg" in tags.tags
        assert not {"script", "img", "link", "iframe"} & set(tags.tags)
        assert not [name for name in tags.names if name.startswith("on") or name in ("style", "src")]
        assert not re.findall(r'href="(?!#)', page)


def test_nothing_of_a_report_is_markup() -> None:
    made = comparison.paper(compare(of(year=2023, text=EVIL), of(text=EVIL.replace("一句", "两句"))))
    tags = Tags(write(made).decode())
    assert not {"script", "img"} & set(tags.tags)


def test_charts_have_their_table_and_changes_are_marked() -> None:
    page = write(comparison.paper(two_years())).decode()
    assert page.count("<figure>") == page.count("<details>") > 0
    assert "<mark>两</mark>" in page
