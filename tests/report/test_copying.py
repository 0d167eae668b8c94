"""Copied prose is told once a chapter; the fixtures of R705 and R706 hold the rest."""

from __future__ import annotations

from dataclasses import replace

from gongkai.report.checks.short_form import report_of
from gongkai.report.copying import NEIGHBOUR, PREVIOUS, copied
from gongkai.report.document import AnnualReport, Source
from gongkai.report.likeness import likeness

PROSE = "馆里的老先生把旧契据一张张抄了下来。渔港的公告栏挪到了冰厂门口，船老大们卸货时都能看见。" * 1 + (
    "潮汐表每晚更新两回，船上也收得到。库房的除湿机坏过一次，修好之后早晚各看一遍。茶话会上谁有意见当面说，"
    "散会前写出答复。图纸重新编了号，旧号写在背面，两套号对照着查。"
)


def of(organ: str | None, year: int, file: str) -> AnnualReport:
    report = report_of({"organ": organ, "year": year, "chapters": {"1": {"text": PROSE}}})
    return replace(report, source=Source(file, "txt", file))


def codes(a: AnnualReport, b: AnnualReport) -> list[str]:
    return [finding.code for finding in copied(a, b, likeness(b, a))]


def test_which_code_for_whose_words() -> None:
    ours = of("青禾县档案馆", 2024, "a")
    assert codes(ours, of("青禾县档案馆", 2022, "b")) == [PREVIOUS]
    assert codes(ours, of("白榆县档案馆", 2024, "c")) == [NEIGHBOUR]
    assert codes(ours, of(None, 2022, "d")) == [PREVIOUS], "who does not say its name may be the same"
    assert codes(ours, of(None, 2024, "d")) == []


def test_two_files_of_one_report_copy_nothing() -> None:
    ours = of("青禾县档案馆", 2024, "a")
    assert codes(ours, replace(ours, source=Source("b", "pdf", "b"))) == []
    assert codes(ours, replace(ours, organ="白榆县档案馆")) == []
