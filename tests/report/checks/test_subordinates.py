"""Which children are added up."""

from __future__ import annotations

from gongkai.report.checks.short_form import Case, case_of
from gongkai.report.checks.subordinates import (
    contained,
    countable,
    duplicates,
    identity,
    name_of,
    of_other_years,
)


def case(*children: dict[str, object]) -> Case:
    return case_of({"fill": 0, "organ": "青禾县", "year": 2024, "child": list(children)})


def test_each_child_once_and_never_the_parent() -> None:
    given = case(
        {"organ": "东河镇"}, {"organ": "东 河镇", "file": "b"}, {"organ": "青禾县"}, {"organ": "西河镇"}
    )
    assert [name_of(c) for c in countable(given.report, given.context)] == ["东河镇", "西河镇"]
    assert len(duplicates(given.report, given.context)) == 2


def test_the_same_bytes_are_the_same_report() -> None:
    given = case({"organ": "东河镇", "sha256": "ab"}, {"organ": "西河镇", "sha256": "ab"})
    assert len(countable(given.report, given.context)) == 1


def test_other_years_and_editions_are_left_out() -> None:
    given = case({"organ": "东河镇", "year": 2023}, {"organ": "西河镇", "edition": "2019"})
    assert countable(given.report, given.context) == []
    assert [c.year for c in of_other_years(given.report, given.context)] == [2023]


def test_an_organ_not_read_is_told_by_its_file() -> None:
    given = case({"organ": "", "file": "a.html"})
    child = given.context.children[0]
    assert name_of(child) == "a.html"
    assert identity(child) == ("a.html", 2024)


def test_what_a_government_among_the_children_covers_is_not_counted_beside_it() -> None:
    given = case({"organ": "东河镇人民政府"}, {"organ": "东河镇财政所"}, {"organ": "西河镇财政所"})
    assert [name_of(c) for c in contained(given.report, given.context)] == ["东河镇财政所"]
    counted = [name_of(c) for c in countable(given.report, given.context)]
    assert counted == ["东河镇人民政府", "西河镇财政所"]


def test_the_organ_above_covers_its_children_and_takes_none_out() -> None:
    given = case({"organ": "青禾县"}, {"organ": "青禾县东河镇"})
    assert contained(given.report, given.context) == []
