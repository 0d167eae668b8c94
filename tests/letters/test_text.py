"""The plain text holds everything in the order of print."""

from __future__ import annotations

import pytest

from gongkai.letters.paper import parts
from gongkai.letters.text import write
from tests.letters.letter_cases import Case, case, cases


@pytest.mark.parametrize("one", cases(), ids=str)
def test_everything_is_there_in_order(one: Case) -> None:
    text = "".join(write(one.paper()).decode().split())
    at = 0
    for place, said in parts(one.paper()):
        if place in ("文书编号", "用印"):
            continue
        squeezed = "".join(said.split())
        assert squeezed in text[at:], place
        at = text.index(squeezed, at) if squeezed else at


def test_a_letter_as_one_reads_it() -> None:
    lines = write(case("D07").paper()).decode().splitlines()
    assert lines[:5] == [
        "临溪县司法局",
        "临司公开告〔2026〕12号",
        "临溪县司法局",
        "关于征求政府信息公开意见的函",
        "",
    ]
    assert lines[5] == "临溪县财政局："
    assert "　　附件：共同制作机关意见回执" in lines
    assert "临溪县司法局（盖章）" in lines
    assert "｜提出意见的机关｜临溪县财政局｜" in lines
