"""Every check against its fixtures, found by glob; and the rules of the house about checks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from gongkai.report.checks.check import CheckModule
from gongkai.report.checks.registry import MODULES, page, run
from gongkai.report.checks.short_form import read_case
from gongkai.report.document import Statement
from gongkai.values.findings import Finding, Severity

HERE = Path(__file__).parent
SOURCE = HERE.parents[2] / "src" / "gongkai" / "report" / "checks"
BY_CODE = {module.CHECK.code: module for module in MODULES}
FIXTURES = sorted(HERE.glob("r[0-9][0-9][0-9]/*.toml"))


def said_otherwise(finding: Finding, expected: dict[str, Any]) -> list[str]:
    """The parts of an expectation that the finding does not meet."""
    wrong = []
    place = finding.where.as_json()
    for name, value in expected.get("where", {}).items():
        if place.get(name) != value:
            wrong.append(f"where.{name} is {place.get(name)!r}, not {value!r}")
    for name in ("said", "expected", "severity"):
        if name in expected and getattr(finding, name) != expected[name]:
            wrong.append(f"{name} is {getattr(finding, name)!r}, not {expected[name]!r}")
    for name in ("message", "hint"):
        if expected.get(name, "") not in getattr(finding, name):
            wrong.append(f"{name} is {getattr(finding, name)!r}")
    return wrong


@pytest.mark.parametrize("path", FIXTURES, ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_fixture(path: Path) -> None:
    module = BY_CODE[path.parent.name.upper()]
    case = read_case(path)
    found = list(module.check(case.report, case.context))
    assert len(found) == len(case.expect), [f.message for f in found]
    for finding, expected in zip(found, case.expect, strict=True):
        assert said_otherwise(finding, dict(expected)) == []
        assert finding.code == module.CHECK.code
    assert bool(case.expect) == path.name.startswith("bad-")


def without_fixtures(codes: Iterable[str], names: Iterable[str]) -> list[str]:
    """Codes that lack a firing or a quiet fixture."""
    have = Counter(re.sub(r"/(bad|ok)-.*", r"/\1", name) for name in names)
    return [c for c in codes if not have[f"{c.lower()}/bad"] or not have[f"{c.lower()}/ok"]]


def test_every_check_has_a_firing_and_a_quiet_fixture() -> None:
    names = [f"{p.parent.name}/{p.name}" for p in FIXTURES]
    assert without_fixtures(BY_CODE, names) == []
    assert without_fixtures(["R999"], ["r999/bad-a.toml"]) == ["R999"]


def test_every_folder_of_fixtures_has_its_check() -> None:
    assert {p.parent.name.upper() for p in FIXTURES} <= set(BY_CODE)


def test_files_and_codes_agree() -> None:
    files = sorted(p.stem for p in SOURCE.glob("r[0-9][0-9][0-9]_*.py"))
    assert [name[:4].upper() for name in files] == [m.CHECK.code for m in MODULES]
    assert len(BY_CODE) == len(MODULES)


@pytest.mark.parametrize("base", ["base-2021.toml", "base-2019.toml"])
def test_a_report_in_order_is_quiet(base: str) -> None:
    case = read_case(HERE / base)
    assert [(f.code, f.message) for f in run(case.report, case.context).findings] == []


def test_findings_come_gravest_first_then_in_the_order_of_print() -> None:
    report = read_case(HERE / "r302" / "bad-one-over.toml").report
    wrong = read_case(HERE / "r402" / "bad-suits.toml").report.tables["remedies"]
    tables = {**report.tables, "remedies": wrong, "proactive": None}
    found = run(replace(report, tables=tables)).findings
    assert [f.code for f in found] == ["R302", "R302", "R402", "R201"]
    assert [f.severity.rank for f in found] == sorted(f.severity.rank for f in found)


def messages(module: CheckModule) -> list[Finding]:
    """What a check says of all its fixtures."""
    paths = [p for p in FIXTURES if p.parent.name.upper() == module.CHECK.code]
    cases = [read_case(p) for p in paths]
    return [f for case in cases for f in module.check(case.report, case.context)]


@pytest.mark.parametrize("module", MODULES, ids=lambda m: m.CHECK.code)
def test_messages_are_sentences_in_chinese(module: CheckModule) -> None:
    for finding in messages(module):
        assert finding.message.endswith(("。", "）"))
        assert finding.hint.endswith("。")
        assert finding.clause
        assert not re.search(r"表[一二三四]|[,;!?](?!\d)|None|[a-z]+_[a-z]+", finding.message)
        assert not re.search(r"[,;!?]|[a-z]+_[a-z]+", finding.hint)


def test_the_page_lists_every_check_with_its_example() -> None:
    text = page()
    for module in MODULES:
        assert f"### {module.CHECK.code}\n" in text
        assert module.CHECK.title in text
    assert text.count("- 例：") == len(BY_CODE)
    assert all(f"{grade.label} " in text for grade in Severity)


def test_slips_that_read_alike_have_keys_of_their_own() -> None:
    """The same wrong figure told twice in a chapter gives two findings, and each can be decided by itself."""
    slip = Statement(
        "applications.received", 9, "件", "exact", 1, (0, 2), "收到申请9件", "differs",
        ("applications", "newly_received", "total"), 8, None, None,
    )  # fmt: skip
    report = read_case(next(HERE.glob("r501/ok-agrees.toml"))).report
    both = replace(report, statements=(slip, replace(slip, span=(4, 6))))
    keys = [f.key for f in run(both).findings if f.code == "R501"]
    assert len(keys) == 2
    assert len(set(keys)) == 2
