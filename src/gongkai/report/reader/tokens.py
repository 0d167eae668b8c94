"""The cells that follow a label in running text."""

from __future__ import annotations

import re

from gongkai.report.reader.normal import clean

TOKEN = re.compile(
    r"(?:[+\-＋－−]|(?<![\d０-９]))[\d０-９]++(?:[,.，．][\d０-９]++)*+(?!\s*[.．、]\s*[^\s\d|])"
    r"(?:件|笔|项|元|万元|条|个|宗)?(?:[（(][^）)\d]*\d*[^）)\d]*[）)])?|/|／|无(?=[\s|]|$)|—+|-(?!\s*\d+\s*-)"
)
ONLY_CELLS = re.compile(rf"(?:{TOKEN.pattern}|[\s|])*")
_FURNITURE = re.compile(r"^\s*[—–-]+\s*\d{1,3}\s*[—–-]+\s*$")


def tokens(text: str, most: int = 0) -> tuple[list[str], int]:
    """The cells at the beginning of a text after a label, and how many characters they take.

    Pipes and tabs part cells, so that nothing between two of them is a blank cell; a line of several pipes
    alone is what a spanned cell left behind and counts for nothing. Words before the first number are the
    rest of the label; words after it end the row. After ``most`` cells a line of prose that begins with a
    number ends it too.
    """
    scan = _Scan(most)
    at = 0
    for line in text.split("\n"):
        if not scan.line(line, at):
            break
        at += len(line) + 1
    return scan.out, scan.end


class _Scan:
    """Cells met so far, and where the last of them ended."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.out: list[str] = []
        self.end = 0

    @property
    def started(self) -> bool:
        return any(self.out)

    def line(self, line: str, at: int) -> bool:
        """Take one line; False where the row has ended."""
        bare = line.strip()
        if not bare or _FURNITURE.match(line):
            return True
        if not bare.strip("|"):
            # the pipe that closes the label's own line is no cell
            if bare == "|" and at > 0:
                self.out.append("")
            return True
        if 0 < self.most <= sum(map(bool, self.out)) and not ONLY_CELLS.fullmatch(bare):
            return False
        pieces = line.replace("\t", "|").split("|")
        for number, piece in enumerate(pieces):
            if not piece.strip():
                if self.started and 0 < number < len(pieces) - 1:
                    self.out.append("")
            elif not self._piece(piece, at):
                return False
            at += len(piece) + 1
        return True

    def _piece(self, piece: str, at: int) -> bool:
        position = 0
        for match in TOKEN.finditer(piece):
            if piece[position : match.start()].strip() and self.started:
                return False
            self.out.append(clean(match.group()))
            position = match.end()
            self.end = at + position
        return not (piece[position:].strip() and self.started)
