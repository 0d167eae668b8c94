"""行政复议机关 (vectors/review_bodies.toml): one body, two, or one entered by hand."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from gongkai.report.schema import ORGAN_KINDS
from gongkai.statute.review_bodies import bodies_for, organ_kinds
from gongkai.statute.settings import Settings
from gongkai.values.errors import NotAllowed, NotInForce
from tests.statute.vectors import cases, vectors

DAY = dt.date(2026, 3, 10)


@pytest.mark.parametrize("case", cases("review_bodies"))
def test_case(case: dict[str, Any]) -> None:
    found = bodies_for(
        case.get("organ_kind"),
        DAY,
        government="临溪县人民政府",
        superior="临溪市司法局",
        settings=Settings.default().using(case.get("settings", {})),
    )
    assert [body.role for body in found.bodies] == case["roles"]
    assert found.words == case["words"]
    assert found.by_hand == case.get("by_hand", False)
    assert found.intermediate_court == case.get("intermediate_court", False)
    assert found.article.startswith("《行政复议法》第二十")
    if not found.by_hand and "settings" not in case:
        assert found.article in case["law"]


def test_every_kind_of_organ_has_a_case_and_every_kind_of_a_report_has_bodies() -> None:
    assert {case["organ_kind"] for case in vectors("review_bodies") if "organ_kind" in case} == set(
        organ_kinds()
    )
    assert set(ORGAN_KINDS) <= set(organ_kinds())


def test_without_names_the_law_speaks() -> None:
    found = bodies_for("justice", DAY)
    assert found.words == "本级人民政府或者上一级司法行政部门"
    assert [body.name for body in found.bodies] == [None, None]
    assert bodies_for("justice", DAY, superior="临溪市司法局").words == "本级人民政府或者临溪市司法局"


@pytest.mark.parametrize("kind", ["corps", "department", None])
def test_a_body_entered_by_hand_stands_instead(kind: str | None) -> None:
    found = bodies_for(kind, DAY, government="临溪县人民政府", by_hand="临溪垦区管理委员会")
    assert (found.words, found.by_hand) == ("临溪垦区管理委员会", True)
    assert [body.role for body in found.bodies] == ["by_hand"]


def test_the_corps_is_told_why() -> None:
    assert "由本机关确认后填写" in bodies_for("corps", DAY).note
    assert "国务院裁决" in bodies_for("ministry", DAY).note
    assert bodies_for("department", DAY).note == ""


def test_an_unknown_kind_and_an_earlier_day_are_refused() -> None:
    with pytest.raises(NotAllowed, match=r"没有“village”这种机关.*justice（") as error:
        bodies_for("village", DAY)
    assert "2023年9月1日修订" in error.value.article
    assert bodies_for("justice", dt.date(2024, 1, 1)).bodies
    with pytest.raises(NotInForce, match="2024年1月1日"):
        bodies_for("justice", dt.date(2023, 12, 31))
