"""Which files are meant: names as given, directories walked, ``-`` for standard input."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator

from gongkai.files.limits import Limits
from gongkai.files.sniff import EXTENSIONS

STDIN = "-"


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
    """Files below ``top`` that may be reports; hidden ones and other kinds are passed over, links not
    followed down.
    """
    known = {"", *(extension for extensions in EXTENSIONS.values() for extension in extensions)}
    for folder, inner, files in os.walk(top):
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        for name in sorted(files):
            extension = os.path.splitext(name)[1].lstrip(".").lower()
            if not name.startswith(".") and extension in known:
                yield os.path.join(folder, name)


def shown(name: str) -> str:
    """The name as text: UTF-8 whatever the locale of the process; bytes that are none stay as lone
    surrogates.
    """
    return os.fsencode(name).decode("utf-8", "surrogateescape")


def standard_input(limits: Limits) -> bytes:
    """All of standard input, one byte more than allowed at most, so that the size check can refuse it."""
    return sys.stdin.buffer.read(limits.size + 1)
