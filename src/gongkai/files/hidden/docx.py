"""Hidden data of DOCX: tracked changes, comments, unseen text, template, mail merge, variables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from gongkai.files.hidden.hit import Hit, Inner
from gongkai.files.hidden.parts import Package, attribute, local, shared_hits, text_of
from gongkai.files.limits import Limits

_BODY = r"word/(document\d*|header\d*|footer\d*|footnotes|endnotes)\.xml"
_PLACES = {"header": "页眉中", "footer": "页脚中", "notes": "脚注、尾注中"}
_CHANGES = {
    "ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "tblPrChange", "trPrChange", "tcPrChange",
    "sectPrChange", "numberingChange", "cellIns", "cellDel", "cellMerge",
}  # fmt: skip
_OFF = {"0", "false", "off"}
_TINY = 4
"""Half points: letters of two points and less cannot be read on paper."""


def hits(data: bytes, limits: Limits, inner: Inner) -> Iterator[Hit]:
    """The hits of a Word file; raises Refused or OverLimit."""
    package = Package(data, limits)
    package.refuse_unless("word/document.xml", "document")
    parts = package.below(_BODY)
    roots = [package.xml(part) for part in parts]
    visible = "".join(text_of(root) for root in roots)
    vanishing = _vanishing_styles(package)
    for part, root in zip(parts, roots, strict=True):
        place = next((word for stem, word in _PLACES.items() if stem in part), "正文中")
        yield from _changes(root, place)
        yield from _runs(root, vanishing, place)
        if any(local(one) == "altChunk" for one in root.iter()):
            yield Hit("embedded_object", place)
    for part in package.below(r"word/comments\w*\.xml"):
        if comments := sum(local(one) == "comment" for one in package.xml(part)):
            yield Hit("comment", count=comments)
    for part in package.below(r"word/glossary/document\.xml"):
        if text_of(package.xml(part)).strip():
            yield Hit("stray_part", "自动图文集")
    yield from _settings(package)
    yield from shared_hits(package, visible, inner)


def _changes(root: Any, place: str) -> Iterator[Hit]:
    count = sum(local(one) in _CHANGES for one in root.iter())
    if count:
        yield Hit("tracked_change", place, count=count)


def _settings(package: Package) -> Iterator[Hit]:
    for part in package.below(r"word/settings\.xml"):
        names = {local(one) for one in package.xml(part).iter()}
        if "mailMerge" in names:
            yield Hit("mail_merge")
        if "docVar" in names:
            yield Hit("document_variable")


def _switched(properties: Any, name: str) -> bool:
    """Whether a property that is on or off stands in these properties, and is on."""
    return any(local(one) == name and attribute(one, "val", "1") not in _OFF for one in properties)


def _vanishing_styles(package: Package) -> set[str]:
    """The styles whose text does not show."""
    out = set()
    for part in package.below(r"word/styles\.xml"):
        for style in package.xml(part):
            for one in style:
                if local(one) == "rPr" and _switched(one, "vanish"):
                    out.add(attribute(style, "styleId"))
    return out


def _runs(root: Any, vanishing: set[str], place: str) -> Iterator[Hit]:
    hidden = invisible = 0
    for run in root.iter("{*}r"):
        if not any(local(one) == "t" and (one.text or "").strip() for one in run):
            continue
        properties = next((one for one in run if local(one) == "rPr"), None)
        if properties is None:
            continue
        style = next((attribute(one, "val") for one in properties if local(one) == "rStyle"), "")
        if _switched(properties, "vanish") or (style in vanishing and not _shown(properties)):
            hidden += 1
        elif _unseen(run, properties):
            invisible += 1
    if hidden:
        yield Hit("hidden_text", place, count=hidden)
    if invisible:
        yield Hit("invisible_text", place, count=invisible)


def _shown(properties: Any) -> bool:
    """Whether the run takes back what its style hides."""
    return any(local(one) == "vanish" and attribute(one, "val", "1") in _OFF for one in properties)


def _unseen(run: Any, properties: Any) -> bool:
    """White letters without anything dark behind them, or letters too small to see."""
    for one in properties:
        name, value = local(one), attribute(one, "val")
        if name == "sz" and value.isdigit() and int(value) <= _TINY:
            return True
        if name == "color" and value.upper() == "FFFFFF":
            return not _backed(run, properties)
    return False


def _backed(run: Any, properties: Any) -> bool:
    """Something behind the text may be dark: shading, highlight, a table's style, a text box."""
    if any(local(one) == "highlight" or _dark(one) for one in properties):
        return True
    for above in run.iterancestors():
        if local(above) in ("txbxContent", "textbox"):
            return True
        for own in above:
            if local(own) in ("pPr", "tcPr", "tblPr", "trPr") and any(
                _dark(one) or local(one) in ("tblStyle", "pStyle") for one in own
            ):
                return True
    return False


def _dark(shading: Any) -> bool:
    fill = attribute(shading, "fill", "auto").upper()
    return local(shading) == "shd" and (
        fill not in ("AUTO", "FFFFFF") or attribute(shading, "val") != "clear"
    )
