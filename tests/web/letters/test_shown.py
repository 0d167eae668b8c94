"""A page shows the paper as it was kept, and each difference in its pieces."""

from __future__ import annotations

from gongkai.web.letters.shown import differences, paper_in, shown
from gongkai.web.letters.standing import present
from tests.letters.letter_cases import case
from tests.web.letters.bureau import drafted
from tests.web.offices import Office


def test_the_paper_of_a_version(bureau: Office) -> None:
    paper = paper_in(present(drafted(bureau)))
    found = shown(paper)
    assert found["head"] == "临溪县司法局"
    assert found["number"] == "临司公开答〔2026〕×号"
    assert "".join(found["title"]) == "临溪县司法局政府信息公开申请答复书"
    assert shown(case("D05").paper())["sheets"][0][0] == "附件"


def test_differences_in_pieces() -> None:
    old, new = case("D10").paper(), case("D10").paper(applicant="周试二")
    assert differences(old, new) == [("主送", (("same", "周试"), ("out", "一"), ("in", "二")))]
    assert differences(old, old) == []
