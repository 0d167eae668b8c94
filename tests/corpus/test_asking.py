"""The views of a store."""

from __future__ import annotations

import re
from pathlib import Path

from gongkai.corpus.asking import EQUATION_RULES, ask
from gongkai.corpus.store import Store
from gongkai.report.checks.registry import MODULES


def test_a_store_without_finished_shards_has_empty_tables(tmp_path: Path) -> None:
    Store(tmp_path).plan([])
    assert ask(Store(tmp_path), "SELECT * FROM cells").rows == []
    assert ask(Store(tmp_path), "SELECT * FROM once").rows == []
    found = ask(Store(tmp_path), "SELECT count(*) FROM form WHERE edition = '2021'").rows
    assert found[0][0] > 30


def test_the_rules_of_equations_are_those_that_hold_sums() -> None:
    known = {module.CHECK.code: module.__name__ for module in MODULES}
    sums = {code for code, name in known.items() if re.search(r"_and_(handled|total)$|results_and", name)}
    assert sums == set(EQUATION_RULES)
