"""The tables of the replies."""

from gongkai.web.replies.models.archived import CLASSES, Archive, Erasure
from gongkai.web.replies.models.delivery import CHANNELS, WHAT, Delivery
from gongkai.web.replies.models.linked import Correction, LetterEntry
from gongkai.web.replies.models.released import PURPOSES, Answer, CaseDraft
from gongkai.web.replies.models.withheld import GROUNDS, OUTCOMES, Reassessment, Withheld

__all__ = [
    "CHANNELS", "CLASSES", "GROUNDS", "OUTCOMES", "PURPOSES", "WHAT",
    "Answer", "Archive", "CaseDraft", "Correction", "Delivery", "Erasure", "LetterEntry", "Reassessment",
    "Withheld",
]  # fmt: skip
