"""What can be said of reports given together, and what a person chose."""

from __future__ import annotations

import pytest

from gongkai.report.compare import Comparison
from gongkai.report.document import AnnualReport
from gongkai.report.lineup import Lineup
from gongkai.report.rollup import Rollup
from gongkai.report.together import Choice, Together
from tests.report.papers.found import of

FAMILY = [of("青禾县人民政府", new=9), of("青禾县司法局"), of("青禾县财政局")]


def summed(reports: list[AnnualReport], choice: Choice | None = None) -> Rollup:
    """The roll-up of these."""
    found = Together(reports, choice).one("rollup").found
    assert isinstance(found, Rollup)
    return found


def test_two_years_are_compared_the_earlier_first() -> None:
    together = Together([of(year=2024), of(year=2023)])
    assert together.available() == ["compare-1-0"]
    (told,) = together.each()
    assert isinstance(told.found, Comparison)
    assert (told.found.a.year, told.found.b.year) == (2023, 2024)


def test_three_years_stand_in_a_row_too() -> None:
    together = Together([of(year=year) for year in (2022, 2023, 2024)])
    assert together.available() == ["compare-0-1", "compare-1-2", "years-0"]
    assert isinstance(together.one("years-0").found, Lineup)


def test_organs_of_one_year_are_added_up_and_stand_in_a_row() -> None:
    together = Together([of("甲局"), of("乙局")])
    assert together.available() == ["rollup", "lineup"]
    assert summed([of("甲局"), of("乙局")]).own is None


def test_the_government_above_is_found_and_can_be_chosen_otherwise() -> None:
    found = summed(FAMILY)
    assert found.own is FAMILY[0]
    assert len(found.counted) == 2
    assert summed(FAMILY, Choice(own=-1)).own is None
    assert summed(FAMILY, Choice(own=1)).own is FAMILY[1]
    assert summed(FAMILY, Choice(own=99)).own is None


def test_expected_organs_and_what_the_report_above_covers() -> None:
    found = summed(FAMILY, Choice(covers=False, expected=("青禾县司法局", "青禾县教育局")))
    assert found.missing == ("青禾县教育局",)
    assert not found.covers


def test_a_report_of_another_year_is_told_where_its_organ_has_no_other() -> None:
    given = [*FAMILY, of("青禾县教育局", 2022), of("青禾县司法局", 2023)]
    chosen = summed(given, Choice(own=0))
    assert [c.report.organ for c in chosen.children if not c.counted] == ["青禾县教育局"]
    assert chosen.missing == ("青禾县教育局",)
    assert len(summed(given).children) == 2


def test_a_chosen_pair_comes_first() -> None:
    given = [of("甲局"), of("乙局"), of("甲局", 2023)]
    assert Together(given, Choice(pair=(0, 1))).available()[:2] == ["compare-0-1", "compare-2-0"]
    assert Together(given, Choice(pair=(1, 1))).available()[0] == "compare-2-0"
    assert Together(given, Choice(pair=(0, 9))).available()[0] == "compare-2-0"


@pytest.mark.parametrize(
    "key", ["", "compare-0", "compare-0-9", "years-0", "lineup", "rollup", "x-1", "compare-a-b"]
)
def test_what_there_is_not_cannot_be_asked_for(key: str) -> None:
    with pytest.raises(KeyError):
        Together([of()]).one(key)


def test_words_of_many_organs_are_learned() -> None:
    many = [of(f"第{n}县司法局") for n in range(6)]
    found = Together(many).one("compare-0-1").found
    assert isinstance(found, Comparison)
    two = Together(many[:2]).one("compare-0-1").found
    assert isinstance(two, Comparison)
    own, all_of_it = (one.likeness.chapters[0].characters[0] for one in (found, two))
    assert own < all_of_it / 5, "what all of them say is standard"
