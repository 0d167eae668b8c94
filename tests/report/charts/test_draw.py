"""Charts drawn: Chinese comes out, the same bytes each time, nothing that a strict policy forbids."""

from __future__ import annotations

from decimal import Decimal

import pytest
from lxml import etree

from gongkai.report.charts.chart import Chart, Series, bars
from gongkai.report.charts.draw import SVG, draw

EVIL = "<script>x</script>\"'&{b|c}\x00\ud800"


def chart(key: str = "a", name: str = "自然人") -> Chart:
    """Two series, one of them with a gap."""
    return bars(
        key,
        "新收申请",
        "件",
        [name, "其他"],
        [
            Series("2023年", (Decimal(3), None), ("3", "空白")),
            Series("2024年", (Decimal(7), Decimal(0)), ("7", "0")),
        ],
    )


def parsed(svg: str) -> etree._Element:
    """The drawing as a tree."""
    return etree.fromstring(svg.encode())


def test_labels_and_figures_stand_in_the_drawing_as_text() -> None:
    texts = "".join(parsed(draw([chart()])[0]).itertext())
    for word in ("自然人", "2023年", "2024年", "7", "件", "新收申请"):
        assert word in texts


def test_bars_are_as_long_as_their_figures() -> None:
    (svg,) = draw([chart()])
    tree = parsed(svg)
    blue = [e.get("d") or "" for e in tree.iter(f"{{{SVG}}}path") if e.get("fill") == "#1b4f91"]
    orange = [e.get("d") or "" for e in tree.iter(f"{{{SVG}}}path") if e.get("fill") == "#e08a1e"]
    lengths = [float(d.split("l")[1].split(" ")[0]) for d in (blue[0], orange[0])]
    assert lengths[1] / lengths[0] == pytest.approx(7 / 3, rel=0.01)


def test_the_same_chart_gives_the_same_bytes_alone_and_among_others() -> None:
    alone = draw([chart("b")])
    assert alone == draw([chart("b")])
    assert draw([chart("a"), chart("b")])[1] == alone[0]


def test_nothing_in_a_name_is_markup_and_no_inline_style_is_left() -> None:
    (svg,) = draw([chart(name=EVIL)])
    tree = parsed(svg)
    tags = {etree.QName(e).localname for e in tree.iter()}
    assert tags <= {"svg", "title", "g", "path", "rect", "text", "tspan", "defs", "clipPath"}
    for element in tree.iter():
        assert not [name for name, _ in element.items() if name == "style" or name.startswith("on")]
    assert "<script>" not in svg
    assert "<script>x</script>" in "".join(tree.itertext())


def test_ids_do_not_meet_on_one_page() -> None:
    first, second = draw([chart("a"), chart("b")], prefix="p-")
    ids = [[e.get("id") for e in parsed(svg).iter() if e.get("id")] for svg in (first, second)]
    assert not set(ids[0]) & set(ids[1])


def test_it_names_itself_and_scales() -> None:
    tree = parsed(draw([chart()])[0])
    assert tree.get("role") == "img"
    assert tree[0].tag == f"{{{SVG}}}title"
    assert tree.get("viewBox") == f"0 0 {chart().width} {chart().height}"


def test_nothing_to_draw_starts_no_engine() -> None:
    assert draw([]) == ()
