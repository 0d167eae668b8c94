"""A finding is a value with a place, an exchange form and an identity."""

from __future__ import annotations

from dataclasses import replace

from gongkai.values.findings import Finding, Severity, Where

FINDING = Finding(
    code="R301",
    severity=Severity.ERROR,
    where=Where("applications", "newly_received", "total", page=3),
    said=0,
    expected=2,
    clause="国办公开办函〔2021〕30号",
    message="总计为0，各列之和为2，少2件。",
    hint="请核对这一行。",
)


def test_severity_sorts_the_gravest_first() -> None:
    assert sorted(Severity, key=lambda s: s.rank) == [Severity.ERROR, Severity.WARNING, Severity.NOTICE]
    assert [s.label for s in Severity] == ["错误", "警告", "提示"]


def test_a_place_says_only_what_is_known() -> None:
    assert Where(table="remedies", line=7).as_json() == {"table": "remedies", "line": 7}
    assert Where(chapter=1, span=(3, 8)).as_json() == {"chapter": 1, "span": [3, 8]}


def test_exchange_form() -> None:
    out = FINDING.as_json()
    assert out["severity"] == "error"
    assert out["where"] == {"table": "applications", "row": "newly_received", "column": "total", "page": 3}
    assert (out["said"], out["expected"]) == (0, 2)


def test_key_follows_values_and_ignores_pages() -> None:
    """A person's disposition survives a new layout, and falls as soon as a value changes."""
    moved = replace(FINDING, where=replace(FINDING.where, page=4), message="别的说法。")
    assert moved.key == FINDING.key
    assert replace(FINDING, said=1).key != FINDING.key
    assert replace(FINDING, where=Where("applications", "newly_received", "other")).key != FINDING.key


def test_the_second_of_two_alike_has_its_own_key() -> None:
    """A decision about one slip says nothing about another that reads the same."""
    second = replace(FINDING, ordinal=2)
    assert second.key != FINDING.key
    assert len(second.key) == len(FINDING.key)
    assert "ordinal" not in second.as_json()
