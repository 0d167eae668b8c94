"""Answers as CSV, JSON and table."""

from __future__ import annotations

import datetime as dt

from gongkai.cli.corpus_printing import SHOWN, as_table, csv_lines, json_lines
from gongkai.corpus.asking import Answer

ANSWER = Answer(("organ", "on"), [("=cmd()", dt.date(2026, 1, 2)), ("甲局\n", None)])


def test_csv_is_formula_safe() -> None:
    text = csv_lines(ANSWER, {"organ": "机关"})
    assert text == '\ufeff机关,on\r\n\'=cmd(),2026-01-02\r\n"甲局\n",\r\n'


def test_json_keeps_names_and_values() -> None:
    first, _ = json_lines(ANSWER, {"organ": "机关"}).splitlines()
    assert first == '{"organ": "=cmd()", "on": "2026-01-02"}'


def test_the_table_says_how_much_it_left_out() -> None:
    assert as_table(ANSWER, {}).splitlines()[-1] == "共 2 行。"
    many = as_table(Answer(("n",), [(i,) for i in range(SHOWN + 1)]), {})
    assert f"只显示前 {SHOWN} 行" in many
    assert len(many.splitlines()) == SHOWN + 2
