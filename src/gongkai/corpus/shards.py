"""Which files make up which shard: the same folder always gives the same shards, in every run.

The sorted files are cut where a name's own digest says so, not by counting. A new file therefore changes the
one shard that it falls into, and all others keep their names. The name of a shard is a digest of its files'
names, sizes and times of change, of the program's version and of the version of the tables: what was written
under a name is what would be written again.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from gongkai import __version__
from gongkai.corpus.columns import VERSION
from gongkai.files.sniff import READABLE

USUAL = 256
"""Files in a shard on average."""
MOST = 1024
"""Files in a shard at most."""
BESIDE_A_PAGE = ("_files", ".files")
"""How the folders end that a browser saves beside a page."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of the folder: its path below it (with ``/``; bytes that are no UTF-8 as lone surrogates)."""

    path: str
    size: int
    changed: int


@dataclass(frozen=True, slots=True)
class Shard:
    """One piece of work: its name, the folder, the files below it in order."""

    name: str
    folder: str
    files: tuple[str, ...]


def entries(folder: Path) -> list[Entry]:
    """Every file below ``folder`` that may be a report, sorted; hidden files and other kinds left out."""
    known = {"", *READABLE}
    out = []
    for place, inner, names in os.walk(folder):
        inner[:] = [name for name in inner if not name.startswith(".") and not name.endswith(BESIDE_A_PAGE)]
        for name in names:
            if not name.startswith(".") and os.path.splitext(name)[1].lstrip(".").lower() in known:
                out.append(_entry(folder, os.path.join(place, name)))
    return sorted(out, key=lambda entry: entry.path)


def _entry(folder: Path, path: str) -> Entry:
    below = os.path.relpath(path, folder).replace(os.sep, "/")
    try:
        state = os.stat(path)
    except OSError:  # a dangling link: reading it will say what is wrong
        return Entry(below, -1, 0)
    return Entry(below, state.st_size, state.st_mtime_ns)


def shards(folder: Path, found: Iterable[Entry]) -> list[Shard]:
    """The files in shards, in order."""
    where = str(folder.resolve())
    return [Shard(_name(piece), where, tuple(entry.path for entry in piece)) for piece in _pieces(found)]


def _pieces(found: Iterable[Entry]) -> Iterator[list[Entry]]:
    piece: list[Entry] = []
    for entry in found:
        piece.append(entry)
        if len(piece) == MOST or int.from_bytes(_digest(entry.path)[:4], "big") % USUAL == 0:
            yield piece
            piece = []
    if piece:
        yield piece


def _name(piece: Iterable[Entry]) -> str:
    lines = (f"{entry.path}\0{entry.size}\0{entry.changed}" for entry in piece)
    return _digest("\n".join([__version__, str(VERSION), *lines])).hex()


def _digest(text: str) -> bytes:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
