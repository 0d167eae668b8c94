"""What a statement is about, in Chinese: the labels of the vocabulary of statements."""

from __future__ import annotations

from functools import cache

from gongkai.report.statements.subjects import vocabulary

UNKNOWN = "其他事项"


@cache
def _words() -> dict[str, str]:
    return {subject.name: subject.label for subject in vocabulary()}


def subject_words(subject: str) -> str:
    """A subject such as ``channel.website.posts`` for a reader; one without a label is told as 其他事项."""
    return _words().get(subject, UNKNOWN)
