"""The documentation is true: printed pages are current, and what a person can use is named somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from docs.print import PAGES
from gongkai.cli.main import commands
from gongkai.report.checks import registry
from gongkai.values.glossary import glossary
from tests.house.tree import ROOT, modules, project, source

DOCS = ROOT / "docs"
LINK = re.compile(r"(?<!`)\[[^\]]*\]\(([^)#]+)(?:#[^)]*)?\)")


def unnamed(names: Iterable[str], text: str) -> list[str]:
    """Names that the text does not hold between word boundaries."""
    return [name for name in names if not re.search(rf"(?<![\w.]){re.escape(name)}(?![\w])", text)]


def dead_links(page: Path, text: str) -> list[str]:
    """Links to files of the repository that are not there."""
    links = (link for link in LINK.findall(text) if "://" not in link)
    return [link for link in links if not (page.parent / link).exists()]


def handbook() -> str:
    """All pages of the handbook, and the two front pages."""
    pages = [*sorted((DOCS / "handbook").glob("*.md")), ROOT / "README.md", ROOT / "README.zh.md"]
    return "\n".join(page.read_text(encoding="utf-8") for page in pages)


@pytest.mark.parametrize("name", PAGES)
def test_printed_pages_are_current(name: str) -> None:
    assert (DOCS / name).read_text(encoding="utf-8") == PAGES[name](), "run: make docs"


def test_every_command_is_in_the_handbook() -> None:
    assert len(commands.homes) >= 3
    assert unnamed((f"gongkai {name}" for name in commands.homes), handbook()) == []


def test_every_setting_is_in_the_handbook() -> None:
    found = {name for m in modules() for name in re.findall(r"GONGKAI_[A-Z_]+", source(m))}
    assert found
    assert unnamed(sorted(found), handbook()) == []


def table_rows(code: str) -> list[str]:
    """How the table of jobs begins for each periodic job of a module."""
    days = re.findall(r"@daily\([^)]*?at=dt\.time\((\d+), (\d+)\)", code)
    often = {"1": "每分钟", "60": "每小时"}
    spans = re.findall(r"@every\([^)]*?minutes=(\d+)", code)
    hours = [f"| {int(hour)}:{int(minute):02} |" for hour, minute in days]
    return [*hours, *(f"| {often.get(span, f'每 {span} 分钟')} |" for span in spans)]


def test_every_periodic_job_is_in_the_handbook() -> None:
    found = [row for m in modules() if m.name == "periodic.py" for row in table_rows(source(m))]
    page = (DOCS / "handbook" / "安装与运行.md").read_text(encoding="utf-8")
    assert len(found) > 8
    assert [row for row in found if row not in page] == []


def test_control_a_periodic_job_is_found() -> None:
    code = '@daily("a.b", at=dt.time(8, 5), words="甲")\n@every("c.d", minutes=20, words="乙")\n'
    assert table_rows(code) == ["| 8:05 |", "| 每 20 分钟 |"]


def test_every_setting_is_in_the_table_of_settings() -> None:
    """Those that the site reads; what other programs read is told where it is used."""
    found = set(re.findall(r"^GONGKAI_[A-Z_]+", source(Path("web/settings.py")), re.MULTILINE))
    assert len(found) > 30
    assert unnamed(sorted(found), (DOCS / "handbook" / "设置.md").read_text(encoding="utf-8")) == []


def test_every_check_is_in_its_page() -> None:
    codes = [module.CHECK.code for module in registry.MODULES]
    assert codes
    assert unnamed(codes, (DOCS / "checks.md").read_text(encoding="utf-8")) == []


def test_every_term_is_in_the_glossary_page() -> None:
    text = (DOCS / "glossary.md").read_text(encoding="utf-8")
    assert unnamed((term.identifier for term in glossary().terms), text) == []


def test_every_task_is_named() -> None:
    """The tasks that a newcomer needs are in a README or in CONTRIBUTING."""
    text = handbook() + (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    tasks = ["run", "test", "check", "quick", "docs", "lock", "ocr"]
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert [task for task in tasks if f"\n{task}:" not in makefile] == []
    assert unnamed((f"make {task}" for task in tasks), text) == []


def test_every_runtime_dependency_has_its_decision() -> None:
    asked = project()["project"]
    wanted = [
        *asked["dependencies"],
        *(d for extra in asked["optional-dependencies"].values() for d in extra),
    ]
    names = [re.split(r"[<>=\[; ]", one)[0].lower() for one in wanted]
    pages = [p.read_text(encoding="utf-8") for p in sorted((DOCS / "decisions").glob("[0-9]*.md"))]
    named = "\n".join(
        line for page in pages for line in page.splitlines() if line.startswith("Dependencies:")
    )
    assert unnamed(names, named) == []


def test_decisions_have_the_three_parts_and_are_listed() -> None:
    contents = (DOCS / "decisions" / "README.md").read_text(encoding="utf-8")
    for page in sorted((DOCS / "decisions").glob("[0-9]*.md")):
        text = page.read_text(encoding="utf-8")
        parts = ("Status:", "## Context", "## Choice", "## Consequence")
        assert [part for part in parts if part not in text] == [], page.name
        assert page.name in contents


def test_links_lead_somewhere() -> None:
    pages = [*ROOT.glob("*.md"), *DOCS.rglob("*.md")]
    found = {str(p.relative_to(ROOT)): dead_links(p, p.read_text(encoding="utf-8")) for p in pages}
    assert {page: links for page, links in found.items() if links} == {}


def test_readme_is_short() -> None:
    for name in ("README.md", "README.zh.md"):
        assert len((ROOT / name).read_text(encoding="utf-8").splitlines()) <= 60


def test_control_faults_are_named() -> None:
    assert unnamed(["R301", "R302"], "R301 and R3021") == ["R302"]
    assert unnamed(["withheld"], "`withheld.third_party`") == []
    assert dead_links(ROOT / "README.md", "[a](LICENSE) [b](nowhere.md) [c](https://example.org/)") == [
        "nowhere.md"
    ]
