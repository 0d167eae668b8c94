"""Which reports belong together."""

from __future__ import annotations

from gongkai.report.groups import groups
from tests.report.papers.found import of


def test_two_years_of_one_organ_whatever_their_order() -> None:
    found = groups([of(year=2024), of(year=2022), of(year=2023)])
    assert found.sequences == ((1, 2, 0),)
    assert found.pairs == ((1, 2), (2, 0))
    assert found.year == ()


def test_organs_of_the_year_that_has_most() -> None:
    found = groups([of("甲局"), of("乙局"), of("丙局", 2023), of("乙局"), of("丁局", 2022)])
    assert found.year == (0, 1)
    assert found.sequences == ()


def test_organs_that_were_not_read_are_not_one() -> None:
    unknown = [of("", year, file=f"{year}.html") for year in (2023, 2024)]
    assert groups(unknown).sequences == ()
    parts = [of("", year, file="both.pdf", sha256="ab") for year in (2023, 2024)]
    assert groups(parts).sequences == ((0, 1),)


def test_a_government_stands_above_its_departments() -> None:
    family = [of("青禾县司法局"), of("青禾县人民政府"), of("青禾县财政局")]
    assert groups(family).above == 1
    assert groups([*family, of("白石县财政局")]).above is None
    assert groups([of("青禾县司法局"), of("青禾县财政局")]).above is None


def test_nothing_and_one() -> None:
    assert groups([]).year == groups([of()]).year == ()
