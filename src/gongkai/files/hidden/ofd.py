"""Hidden data of OFD (GB/T 33190-2016): author, attachments, marks, earlier versions, custom data."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.files.hidden.hit import Hit, Inner
from gongkai.files.hidden.parts import Package, local, text_of
from gongkai.files.limits import Limits

_PEOPLE = {"Author", "Subject", "Abstract", "Keyword", "CustomData"}


def hits(data: bytes, limits: Limits, inner: Inner) -> Iterator[Hit]:
    """The hits of an OFD file; raises Refused or OverLimit."""
    package = Package(data, limits)
    people = [one for one in package.xml("OFD.xml").iter() if local(one) in _PEOPLE and text_of(one).strip()]
    if people:
        yield Hit("properties", count=len(people))
    for part in package.below(r".*/Attachments\.xml"):
        if count := sum(local(one) == "Attachment" for one in package.xml(part).iter()):
            yield Hit("attachment", count=count)
    for part in package.below(r".*/Annots?/.*Annot[^/]*\.xml"):
        count = sum(
            local(one) == "Annot" and one.get("Type") != "Watermark" for one in package.xml(part).iter()
        )
        if count:
            yield Hit("annotation", count=count)
    if package.below(r".*/Versions?/.*\.xml"):
        yield Hit("earlier_revision")
    if package.below(r".*/CustomTags?/.*"):
        yield Hit("custom_data", lightened=True)
    for name in package.below(r".*/Res/[^/]+\.(?i:jpe?g|png|tiff?)"):
        yield from inner("插图中", name, package.archive.read(name))
