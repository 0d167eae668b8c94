"""Real published reports on the page: each is laid out, its links lead somewhere, its page has no foreign markup."""

from __future__ import annotations

from pathlib import Path

from django.template.loader import render_to_string

from gongkai.files.limits import Limits
from gongkai.web.portal.examine import examine
from gongkai.web.portal.modes import MODES
from tests.web.portal.test_examine import ids, links
from tests.web.portal.test_views import assert_harmless


def sources(folder: Path) -> list[Path]:
    """Every report as published."""
    return sorted([*folder.glob("reports/*/source.*"), *folder.glob("seeds/*.txt")])


def test_every_report_becomes_a_page(shared: Path) -> None:
    found = sources(shared)
    assert found
    for path in found:
        answer = examine(path.name, path.read_bytes(), Limits())
        known = ids(answer)
        assert links(answer) <= set(known), path
        assert len(known) == len(set(known)), path
        context = {"answer": answer, "mode": MODES[0], "modes": MODES, "path": "/check/"}
        assert_harmless(render_to_string("portal/answer.html", context))
