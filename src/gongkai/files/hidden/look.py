"""The one call: what is hidden in a file and in the files inside it. What cannot be read is itself a hit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from importlib import import_module

from gongkai.files.archives import Archive
from gongkai.files.hidden.hit import Hit, Weight
from gongkai.files.limits import Limits
from gongkai.files.sniff import Kind, identify
from gongkai.values.errors import FileError

DEEPEST = 3
"""So many files in files are opened; what lies deeper counts as unreadable."""
_WITH_INNER = {Kind.DOCX: "docx", Kind.XLSX: "xlsx", Kind.PPTX: "pptx", Kind.PDF: "pdf", Kind.OFD: "ofd"}
_OLD = (Kind.DOC, Kind.XLS, Kind.PPT)
_DROPPINGS = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")


def hidden_data(name: str, data: bytes, limits: Limits | None = None) -> tuple[Hit, ...]:
    """Every hit of a file, those that block first; empty for a clean file.

    Never raises for what is in the file: broken, encrypted, too large or unknown is the hit ``unreadable``.
    Runs in this process: a stranger's file goes through :func:`gongkai.files.guard.run_guarded`.
    Source: the kinds that ``security.md`` C19 and C20 and the peers' analysers name.
    """
    bounds = limits or Limits()
    counts: Counter[tuple[str, str, bool]] = Counter()
    for hit in _look("", name, data, bounds, 0):
        counts[hit.kind, hit.place, hit.lightened] += hit.count
    found = (Hit(kind, place, count, light) for (kind, place, light), count in counts.items())
    return tuple(sorted(found, key=lambda hit: (hit.weight is Weight.NOTICE, hit.place, hit.kind)))


def blocking(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """Those hits with which a file does not leave the office without a named person's override."""
    return tuple(hit for hit in hits if hit.weight is Weight.BLOCKS)


def _look(place: str, name: str, data: bytes, limits: Limits, depth: int) -> Iterator[Hit]:
    """The hits of one file; ``place`` names the way to it."""
    if depth > DEEPEST:
        yield Hit("unreadable", place)
        return

    def inner(where: str, inner_name: str, inner_data: bytes) -> Iterator[Hit]:
        return _look(f"{place}{where}", inner_name, inner_data, limits, depth + 1)

    try:
        kind = identify(name, data, limits)
        for hit in _by_kind(kind, data, limits, inner):
            deeper = hit.place.startswith(place) and place
            yield hit if deeper else Hit(hit.kind, place + hit.place, hit.count, hit.lightened)
    except FileError:
        yield Hit("unreadable", place)
    except Exception:  # a parser's slip on a hostile file: what it did not see may be there
        yield Hit("unreadable", place)


def _by_kind(kind: Kind, data: bytes, limits: Limits, inner: object) -> Iterable[Hit]:
    """The module of the format, loaded only when such a file arrives."""
    home = "gongkai.files.hidden."
    if kind in _WITH_INNER:
        return import_module(home + _WITH_INNER[kind]).hits(data, limits, inner)  # type: ignore[no-any-return]
    if kind in _OLD:
        return import_module(home + "compound").hits(data, kind, limits)  # type: ignore[no-any-return]
    if kind is Kind.IMAGE:
        return import_module(home + "image").hits(data)  # type: ignore[no-any-return]
    if kind is Kind.ZIP:
        return _zip(data, limits, inner)
    return import_module(home + "page").hits(data, kind, limits)  # type: ignore[no-any-return]


def _zip(data: bytes, limits: Limits, inner: object) -> Iterator[Hit]:
    """Each file of a zip; what systems drop into one beside them is told."""
    archive = Archive(data, limits)
    for name in sorted(archive.names):
        if name.endswith("/"):
            continue
        if any(mark in name for mark in _DROPPINGS):
            yield Hit("stray_part", lightened=True)
            continue
        short = name.rpartition("/")[2]
        yield from inner(f"压缩包内的“{short}”", name, archive.read(name))  # type: ignore[operator]
