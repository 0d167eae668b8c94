"""Many reports in a row."""

from __future__ import annotations

from gongkai.report.checks.short_form import report_of
from gongkai.report.document import AnnualReport
from gongkai.report.lineup import as_json, line_up

CELL = ("applications", "newly_received", "total")
PROSE = (
    "老先生把旧契据一张张抄了下来。渔港的公告栏挪到了冰厂门口，船老大们卸货时都能看见。潮汐表每晚更新两回，船上也收得到。"
    "库房的除湿机坏过一次，修好之后早晚各看一遍。茶话会上谁有意见当面说，散会前写出答复。图纸重新编了号，旧号写在背面。"
)


def of(organ: str, value: object, text: str = "") -> AnnualReport:
    rows = {"applications": {"newly_received": [0, 0, 0, 0, 0, 0, value]}}
    chapters = {"1": {"text": text}}
    return report_of(
        {
            "fill": 0,
            "year": 2024,
            "organ": organ,
            "file": organ,
            "sha256": organ,
            "tables": rows,
            "chapters": chapters,
        }
    )


def test_every_cell_of_every_report() -> None:
    value = as_json(line_up([of("甲局", 1), of("乙局", "缺"), of("丙局", "空")]))
    cell = next(c for c in value["cells"] if c["path"] == list(CELL))
    assert cell == {"path": list(CELL), "values": [1, None, None], "absent": [1]}
    assert [r["organ"] for r in value["reports"]] == ["甲局", "乙局", "丙局"]


def test_only_cells_that_differ_are_told_apart() -> None:
    assert [path for path, _ in line_up([of("甲局", 1), of("乙局", 1), of("丙局", 2)]).differing] == [CELL]


def test_two_that_copy_are_told_all_that_agree_are_not() -> None:
    two = line_up([of("甲局", 1, PROSE), of("乙局", 1), of("丙局", 1, PROSE)])
    assert [(index, finding.code) for index, finding in two.findings] == [(2, "R706")]
    assert [(p.a, p.b) for p in two.pairs] == [(0, 1), (0, 2), (1, 2)]
    all_of_them = line_up([of(f"第{n}局", 1, PROSE) for n in range(6)])
    assert all_of_them.findings == ()
