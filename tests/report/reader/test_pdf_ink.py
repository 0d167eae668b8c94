"""The values of a page: radicals made plain, pieces of a rule joined."""

from __future__ import annotations

from gongkai.report.reader.pdf_ink import Rule, Run, Sheet, joined, plain_ideograph


def test_radicals_and_compatibility_ideographs_become_ordinary_ones() -> None:
    assert "".join(map(plain_ideograph, "⼀⾏⻓⻔⺠更")) == "一行长门民更"


def test_other_characters_stay() -> None:
    assert [plain_ideograph(c) for c in "１①（一件"] == list("１①（一件")


def test_a_rule_drawn_in_pieces_is_one_and_two_rules_stay_two() -> None:
    pieces = [Rule(10.0, 0, 20), Rule(10.8, 21, 40), Rule(10.0, 60, 80), Rule(30.0, 0, 80)]
    assert joined(pieces) == [Rule(10.0, 0, 40), Rule(10.0, 60, 80), Rule(30.0, 0, 80)]


def test_a_run_is_cut_with_its_places() -> None:
    run = Run("件数12", [0, 10, 20, 25], [10, 20, 25, 30], 0, 10, 10)
    part = run.part(2, 4)
    assert (part.text, part.x0, part.x1, part.middle) == ("12", 20, 30, 5)
    assert Sheet(1, 100, 100, runs=[run, part]).letters == 6
