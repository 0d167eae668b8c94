"""The tables of the letters."""

from gongkai.web.letters.models.letter import Letter, LetterVersion
from gongkai.web.letters.models.pattern import Pattern
from gongkai.web.letters.models.sending import WAYS, Dispatch, LetterVoid, SealedScan

__all__ = ["WAYS", "Dispatch", "Letter", "LetterVersion", "LetterVoid", "Pattern", "SealedScan"]
