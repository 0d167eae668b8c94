"""Every format that our files have is offered under a name."""

from __future__ import annotations

from gongkai.report.papers.formats import FORMATS as OF_PAPERS
from gongkai.report.writer.formats import FORMATS as OF_REPORTS
from gongkai.web.portal.formats import FORMATS, PAPERS


def test_none_is_left_out() -> None:
    assert {to for to, _ in FORMATS} == set(OF_REPORTS)
    assert {to for to, _ in PAPERS} == set(OF_PAPERS)
