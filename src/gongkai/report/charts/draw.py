"""Charts drawn to SVG by ECharts itself, in a JavaScript engine without a browser, a network or a clock.

The SVG is written anew from what ECharts gives: only drawing elements and their attributes come through,
styles become attributes (a strict content policy allows no others), numbers of runs become the name of the
drawing. So the same chart gives the same bytes, and nothing in a name can be markup.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import quickjs
from lxml import etree

from gongkai.report.charts.chart import Chart

SVG = "http://www.w3.org/2000/svg"
MEMORY = 256 * 1024 * 1024
"""Bytes that the engine may take."""
SECONDS = 10
"""Seconds of processor time for all drawings of one call."""
_SHIM = """
var self = globalThis;
var setTimeout = function () { return 0 }, clearTimeout = function () {};
var console = { log: function () {}, warn: function () {}, error: function () {} };
Math.random = function () { return 0.5 };
"""
_CALL = """
(function (option, width, height) {
  var chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: width, height: height });
  chart.setOption(option);
  var drawn = chart.renderToSVGString();
  chart.dispose();
  return drawn.slice(0);  // one flat text: a rope of pieces is not handed to Python
})(%s, %d, %d)
"""
_ELEMENTS = {
    "svg",
    "g",
    "path",
    "rect",
    "text",
    "tspan",
    "circle",
    "line",
    "polyline",
    "polygon",
    "defs",
    "clipPath",
}
_ATTRIBUTES = {
    *(
        "viewBox",
        "x",
        "y",
        "width",
        "height",
        "d",
        "points",
        "cx",
        "cy",
        "r",
        "rx",
        "ry",
        "x1",
        "y1",
        "x2",
        "y2",
    ),
    *("transform", "fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray"),
    *("stroke-linecap", "stroke-linejoin", "text-anchor", "dominant-baseline", "font-size", "font-family"),
    *("font-weight", "clip-path", "id", "opacity"),
}
_PLAIN: Any = {None: SVG}
_RUN = re.compile(r"zr\d+-")
_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def draw(charts: Sequence[Chart], prefix: str = "") -> tuple[str, ...]:
    """The SVG of each chart, in order; ids begin with ``prefix`` and the chart's key, so that many stand on
    one page.

    The sizes are in pixels and only say the proportion: ``viewBox`` is set, so the drawing scales.
    """
    if not charts:
        return ()
    engine = quickjs.Context()
    engine.set_memory_limit(MEMORY)
    engine.set_time_limit(SECONDS)
    engine.eval(_SHIM)
    engine.eval(_library())
    return tuple(_written(_drawn(engine, chart), f"{prefix}{chart.key}", chart) for chart in charts)


def _drawn(engine: quickjs.Context, chart: Chart) -> str:
    option = json.dumps(_drawable(chart.option), ensure_ascii=False)
    return str(engine.eval(_CALL % (option, chart.width, chart.height)))


def _drawable(value: Any) -> Any:
    """The option without characters that no XML can hold, which a name in a report may."""
    if isinstance(value, dict):
        return {key: _drawable(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_drawable(inner) for inner in value]
    return _NOT_XML.sub("", value) if isinstance(value, str) else value


@cache
def _library() -> str:
    path = files(__package__).joinpath("vendor", "echarts", "echarts.common.min.js")
    return path.read_text(encoding="utf-8")


def _written(drawn: str, prefix: str, chart: Chart) -> str:
    """The drawing with what may stand in it and nothing else; it names itself for those who cannot see."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    root = etree.fromstring(_NOT_XML.sub("", drawn).encode(), parser)
    made = _copied(root, prefix)
    made.set("role", "img")
    title = etree.Element(f"{{{SVG}}}title")
    title.text = _NOT_XML.sub("", chart.summary)
    title.tail = "\n"
    made.insert(0, title)
    return etree.tostring(made, encoding="unicode")


def _copied(element: etree._Element, prefix: str) -> etree._Element:
    name = etree.QName(element).localname
    out = etree.Element(f"{{{SVG}}}{name}", nsmap=_PLAIN if name == "svg" else None)
    given: dict[str, str] = {str(key): str(value) for key, value in element.items()}
    given |= _style(element.get("style", ""))
    for key, value in sorted(given.items()):
        if key in _ATTRIBUTES:
            out.set(key, _RUN.sub(f"{prefix}-", value))
    out.text, out.tail = element.text, element.tail
    for child in element:
        if isinstance(child.tag, str) and etree.QName(child).localname in _ELEMENTS:
            out.append(_copied(child, prefix))
    return out


def _style(text: str) -> dict[str, str]:
    """The properties of an inline style, as attributes: a font shorthand does not occur."""
    pairs = (part.split(":", 1) for part in text.split(";") if ":" in part)
    return {key.strip(): value.strip() for key, value in pairs}
