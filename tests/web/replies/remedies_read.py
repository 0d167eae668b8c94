"""What the letters of real cases offer their readers, read from the files as they are kept; and what the law wants there.

Which kinds need reconsideration first is written here by hand, from the law.
"""

from __future__ import annotations

import io
from collections.abc import Sequence

import docx

from gongkai.web.attachments import store
from gongkai.web.letters.models import Letter
from gongkai.web.letters.standing import present
from tests.letters.test_docx import texts
from tests.letters.test_pdf import text

FIRST = {
    "withheld.state_secret", "withheld.prohibited_by_law", "withheld.security_stability", "withheld.third_party",
    "withheld.internal_affairs", "withheld.deliberative", "withheld.enforcement_file",
}  # fmt: skip
"""Not disclosed on arts. 14–16 of the Regulation: 行政复议法 art. 23 (一)(四); 法释〔2025〕8号 art. 1 (二)."""
NONE = {"otherwise.other.withdrawn", "otherwise.other.terminated"}
"""There is no decision to contest."""
PARTS = (*sorted(FIRST), "unavailable.not_held.nonexistent", "unavailable.needs_creation")
"""Grounds on which a part may stay away."""


def files_of(letter: Letter) -> tuple[str, str]:
    """The words of the letter's PDF and of its Word file, as they are kept, without spaces and breaks."""
    version = present(letter)
    pdf, word = (store.read(one.stored_as, one.sha256) for one in (version.pdf, version.docx))
    return text(pdf), "".join("".join(texts(docx.Document(io.BytesIO(word)))).split())


def offers(words: str) -> tuple[bool, bool]:
    """Whether a letter says that reconsideration comes first, and whether it offers a suit at once."""
    first = "先向临溪县人民政府或者云州市司法局申请行政复议" in words
    either = "日内向临溪县人民政府或者云州市司法局申请行政复议，或者自收到" in words
    suit = "6个月内向临溪县人民法院提起行政诉讼" in words
    assert either is suit, "a suit at once stands beside reconsideration, and never alone"
    return first, suit


def by_law(key: str, grounds: Sequence[str] = ()) -> tuple[bool, bool]:
    """What :func:`offers` should find for a decision; of a partial one for each of its parts."""
    if key == "partly_disclosed":
        return bool(FIRST & set(grounds)), True
    return key in FIRST, key not in FIRST | NONE
