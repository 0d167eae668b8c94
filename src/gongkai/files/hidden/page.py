"""Hidden data of web pages and plain texts: comments, unseen elements, scripts, invisible characters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from gongkai.files.encodings import decode
from gongkai.files.hidden.hit import Hit
from gongkai.files.limits import Limits
from gongkai.files.nesting import refuse_deep
from gongkai.files.sniff import Kind

_NOT_SHOWN = re.compile(r"(display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)", re.IGNORECASE)
_PEOPLE = re.compile(r"<o:(?:Author|LastAuthor|Company|Manager)>[^<]+<", re.IGNORECASE)
_INVISIBLE = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\U000e0001-\U000e007f]")


def hits(data: bytes, kind: Kind, limits: Limits) -> Iterator[Hit]:
    """The hits of a page or a text; raises OverLimit (``too_deep``)."""
    text = decode(data)
    if count := len(_INVISIBLE.findall(text)):
        yield Hit("invisible_characters", count=count)
    if kind is not Kind.HTML:
        return
    if _PEOPLE.search(text):
        yield Hit("properties")
    told = [c for c in _comments(text) if c.strip() and not c.lstrip().startswith(("[if", "[endif"))]
    refuse_deep(text, limits)
    tree = LexborHTMLParser(text)
    hidden = [one for one in tree.css("[style], [hidden], input[type=hidden]") if _hidden(one)]
    if count := len(told) + len(hidden):
        yield Hit("hidden_element", count=count)
    if tree.css("script"):
        yield Hit("script", lightened=True)


def _comments(text: str) -> Iterator[str]:
    """What stands between comment marks; by hand, as a pattern would search to the end for each open mark."""
    at = text.find("<!--")
    while at >= 0:
        end = text.find("-->", at + 4)
        if end < 0:
            return
        yield text[at + 4 : end]
        at = text.find("<!--", end)


def _hidden(node: object) -> bool:
    attributes = getattr(node, "attributes", {})
    if "hidden" in attributes or (attributes.get("type") or "").lower() == "hidden":
        return True
    return bool(_NOT_SHOWN.search(attributes.get("style") or ""))
