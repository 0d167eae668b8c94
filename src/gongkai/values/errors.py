"""The whole exception tree.

::

    GongkaiError
    ├── FileError            a file from outside that cannot be taken; carries a code and a Chinese sentence
    │   ├── Refused          empty, unknown type, encrypted, damaged, wrong extension
    │   ├── OverLimit        too large, too many pages, unpacks to too much, took too long
    │   └── NeedsExtra       would need an optional part (OCR, LibreOffice) that is not installed
    ├── NotAllowed           the law does not allow what was asked for; carries a sentence and its article
    ├── FactsError           a letter cannot be written: a fact is missing, or is not what it has to be
    ├── NotationError        a line of the plain-text ledger that cannot be read; carries line and sentence
    └── FormError            the project's own data is wrong (a form, a parameter file); a programmer's error
        └── NotInForce       a dated value is asked for before its first date

Every message says what, where, why and what next, in Chinese.
"""

from __future__ import annotations


class GongkaiError(Exception):
    """Root of the project's exceptions."""


class FileError(GongkaiError):
    """A file from outside that cannot be read; ``code`` is stable, ``message`` is for a person."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message

    def __reduce__(self) -> tuple[type[FileError], tuple[str, str]]:
        """Survive the way from a worker process."""
        return type(self), (self.code, self.message)


class Refused(FileError):
    """The file is empty, of an unknown kind, encrypted, damaged or not what its name says."""


class OverLimit(FileError):
    """The file is larger, longer or slower than the limits allow."""


class NeedsExtra(FileError):
    """The file could be read with an optional part that is not installed here."""


class NotAllowed(GongkaiError):
    """The law does not allow this step at this point.

    ``sentence`` says what is not allowed, why and what to do instead, in Chinese; ``article`` is what it
    rests on.
    """

    def __init__(self, sentence: str, article: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.article = article

    def __reduce__(self) -> tuple[type[NotAllowed], tuple[str, str]]:
        """Survive the way from a worker process."""
        return type(self), (self.sentence, self.article)


class FactsError(GongkaiError):
    """A letter cannot be written: the case lacks a fact that it tells, or gives one that cannot be right.

    ``sentence`` names the letter and the facts in Chinese and says what to do; ``facts`` are their keys.
    """

    def __init__(self, sentence: str, facts: tuple[str, ...]) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.facts = facts

    def __reduce__(self) -> tuple[type[FactsError], tuple[str, tuple[str, ...]]]:
        """Survive the way from a worker process."""
        return type(self), (self.sentence, self.facts)


class NotationError(GongkaiError):
    """A line of the plain-text ledger cannot be read: its number from 1, what is wrong and what next."""

    def __init__(self, line: int, sentence: str) -> None:
        super().__init__(f"第{line}行：{sentence}")
        self.line = line
        self.sentence = sentence

    def __reduce__(self) -> tuple[type[NotationError], tuple[int, str]]:
        """Survive the way from a worker process."""
        return type(self), (self.line, self.sentence)


class FormError(GongkaiError):
    """The project's own data contradicts itself."""


class NotInForce(FormError):
    """A dated value was asked for a day before its first date."""
