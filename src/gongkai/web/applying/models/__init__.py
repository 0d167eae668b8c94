"""The tables of what citizens send about their applications."""

from gongkai.web.applying.models.held import HeldFile
from gongkai.web.applying.models.sent import KINDS, SCORES, Rating, Supplement

__all__ = ["KINDS", "SCORES", "HeldFile", "Rating", "Supplement"]
