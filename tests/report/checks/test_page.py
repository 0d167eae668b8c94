"""The page printed from the checks."""

from __future__ import annotations

from pathlib import Path

from gongkai.report.checks.page import FIXTURES, page_of
from gongkai.report.checks.registry import MODULES, page


def test_without_fixtures_there_are_no_examples(tmp_path: Path) -> None:
    text = page_of(MODULES, tmp_path)
    assert "- 例：" not in text
    assert f"共 {len(MODULES)} 条规则" in text


def test_the_checkouts_own_fixtures_give_examples() -> None:
    assert Path(__file__).parent == FIXTURES
    assert page() == page_of(MODULES, FIXTURES)
    assert "六类申请人共 2 件（自然人 2 件），“总计”填报 0 件，相差 2 件" in page()


def test_every_code_is_linked_once() -> None:
    text = page()
    for module in MODULES:
        assert text.count(f"(#{module.CHECK.code.lower()})") == 1
