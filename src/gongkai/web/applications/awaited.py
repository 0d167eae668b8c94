"""What a case awaits next, in words: the clock's deadlines by their ids.

>>> awaited_words("correction")
'申请人补正'
"""

from __future__ import annotations

WORDS = {
    "reply": "答复",
    "correction_notice": "补正告知（内容不明确的）",
    "correction": "申请人补正",
    "payment": "申请人缴费",
    "opinion": "征求的意见",
}


def awaited_words(id: str) -> str:
    """The words for a deadline's id; empty for none."""
    return WORDS.get(id.split(":", maxsplit=1)[0], "")
