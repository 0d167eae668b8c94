"""The vocabulary: names once each, every cell it names in the form."""

from __future__ import annotations

import re

import pytest

from gongkai.report.statements.numbers import figures
from gongkai.report.statements.subjects import find, result, vocabulary, wording_of
from gongkai.tables.form import EDITIONS, form


def test_names_are_dotted_and_unique() -> None:
    """What ``gongkai schema`` prints; the names of the exchange form are among them."""
    names = [s.name for s in vocabulary()]
    assert len(names) == len(set(names))
    assert all(re.fullmatch(r"[a-z_]+(\.[a-z_]+)*", n) for n in names)
    promised = {"applications.received", "channel.website.posts", "channel.douyin.plays", "mailbox.letters"}
    assert promised | {"licence.published", "fee.charged"} <= set(names)


def test_every_cell_named_is_in_a_form() -> None:
    """An expression names rows and columns of the official form of some edition."""
    for subject in vocabulary():
        for expression in subject.expected:
            table, rows, columns = expression.split(":")
            known = [form(e).table(table) for e in EDITIONS]
            for row in re.split("[+-]", rows):
                assert any(r.key == row or r.key.startswith(row + ".") for t in known for r in t.rows), (
                    expression
                )
            for column in columns.split("+"):
                assert any(c.key == column for t in known for c in t.columns), expression


def test_a_wording_is_found_by_the_words_before_the_number() -> None:
    """And not where the topic is another."""
    figure = next(figures("不予公开5件"))
    words = ("不予公开", "不予公开", "", "不予公开")
    found = find(words, figure, "applications", None, None)
    assert found is not None
    assert found.subject.name == "applications.withheld"
    assert find(words, figure, "foreign", None, None) is None


def test_results_belong_to_a_court() -> None:
    """维持 is held against the row of its court."""
    assert result("reconsideration", "upheld", "结果维持").expected == ("remedies:reconsideration:upheld",)


def test_an_unknown_name_is_refused() -> None:
    """Control."""
    with pytest.raises(StopIteration):
        wording_of("no.such.subject")
