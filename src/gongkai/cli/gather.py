"""Which files are meant: names as given, directories walked, ``-`` for standard input."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator

from gongkai.files.limits import Limits
from gongkai.files.sniff import READABLE

STDIN = "-"
BESIDE_A_PAGE = ("_files", ".files")
"""How the folders end that a browser saves beside a page."""
EXPLAINED = ".说明.csv"
"""How the data dictionary ends that ``convert`` puts beside a table: it is no report."""
HEAD = 1000
"""Bytes in which our JSON has named itself."""


def gather(names: Iterable[str]) -> list[str]:
    """Every file that ``names`` mean, in their order; a directory gives its files of known extensions,
    sorted.

    A name that does not exist stays in the list: reading it will say what is wrong.
    """
    out: list[str] = []
    for name in names:
        if name != STDIN and os.path.isdir(name):
            out.extend(_walk(name))
        else:
            out.append(name)
    return out


def _walk(top: str) -> Iterator[str]:
    """Files below ``top`` that may be reports; links to folders are not followed.

    Passed over are hidden files, other kinds, the pictures and scripts that a browser saves beside a page,
    and JSON that is not ours: nobody named them.
    """
    known = {"", *READABLE}
    for folder, inner, files in os.walk(top):
        inner[:] = sorted(
            name for name in inner if not name.startswith(".") and not name.endswith(BESIDE_A_PAGE)
        )
        for name in sorted(files):
            extension = os.path.splitext(name)[1].lstrip(".").lower()
            path = os.path.join(folder, name)
            if name.startswith(".") or name.endswith(EXPLAINED) or extension not in known:
                continue
            if extension != "json" or _is_ours(path):
                yield path


def _is_ours(path: str) -> bool:
    """True for JSON that names our exchange form at its head; what cannot be opened is left to be told of."""
    try:
        with open(path, "rb") as stream:
            return b"gongkai/report/" in stream.read(HEAD)
    except OSError:
        return True


def shown(name: str) -> str:
    """The name as text: UTF-8 whatever the locale of the process; bytes that are none stay as lone
    surrogates.
    """
    return os.fsencode(name).decode("utf-8", "surrogateescape")


def standard_input(limits: Limits) -> bytes:
    """All of standard input, one byte more than allowed at most, so that the size check can refuse it."""
    return sys.stdin.buffer.read(limits.size + 1)
