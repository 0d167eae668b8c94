"""The tables of the replies."""

from gongkai.web.replies.models.delivery import CHANNELS, WHAT, Delivery
from gongkai.web.replies.models.linked import Correction, LetterEntry

__all__ = ["CHANNELS", "WHAT", "Correction", "Delivery", "LetterEntry"]
