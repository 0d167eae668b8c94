"""The one call: every secrecy mark of a file, files inside packages included."""

from __future__ import annotations

from dataclasses import dataclass

from gongkai.files.archives import Archive
from gongkai.files.limits import Limits
from gongkai.files.secrecy.lines import lines
from gongkai.files.secrecy.mark import Mark, judge, judge_name
from gongkai.files.sniff import Kind, identify
from gongkai.values.errors import FileError

DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Search:
    """The marks found, and whether all of the file could be read for them (a scan cannot)."""

    marks: tuple[Mark, ...]
    complete: bool

    @property
    def secret(self) -> tuple[Mark, ...]:
        """The marks of state secrets: with one of these a file must not be stored."""
        return tuple(mark for mark in self.marks if not mark.internal)

    @property
    def internal(self) -> tuple[Mark, ...]:
        """The marks of internal papers and work secrets: they warn."""
        return tuple(mark for mark in self.marks if mark.internal)


def secrecy_marks(name: str, data: bytes, limits: Limits | None = None) -> Search:
    """Every mark in the name and the text of a file; a file that cannot be read is not complete.

    For an office's own files: what a citizen sends in is never judged. Runs in this process.
    """
    return _search(name, data, limits or Limits(), "", 0)


def _search(name: str, data: bytes, limits: Limits, place: str, depth: int) -> Search:
    named = judge_name(name.replace("\\", "/").rpartition("/")[2])
    found = [named] if named else []
    complete = True
    try:
        kind = identify(name, data, limits)
        if kind is Kind.ZIP:
            archive = Archive(data, limits)
            inside = sorted(n for n in archive.names if not n.endswith("/"))
            for one in inside if depth < DEEPEST else ():
                short = one.rpartition("/")[2]
                part = _search(one, archive.read(one), limits, f"压缩包内的“{short}”", depth + 1)
                found += part.marks
                complete = complete and part.complete
            complete = complete and depth < DEEPEST
        else:
            read = lines(kind, data, limits)
            complete = read is not None and kind not in (Kind.XLS, Kind.PPT)
            found += [mark for line in read or () if (mark := judge(line))]
    except FileError:
        complete = False
    except Exception:  # a parser's slip on an odd file: what it did not see may be there
        complete = False
    marks = (Mark(m.text, place + m.place, m.internal) for m in found)
    return Search(tuple(dict.fromkeys(marks)), complete)
