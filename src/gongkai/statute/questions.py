"""审查次序: the seven questions that lead from an application to the decisions that come into question.

补不补 → 是不是 → 谁负责 → 有没有 → 给不给 → 怎么给 → 怎么答. The questions are data (``questions.toml``);
:func:`walk` follows a set of answers and stops at the first question without one.

>>> [question.short for question in questions()]
['补不补', '是不是', '谁负责', '有没有', '给不给', '怎么给', '怎么答']
>>> [kind.key for kind in walk({"correction": "clear", "nature": "petition"}).kinds]
['not_processed.petition']

Source: 政府信息公开条例 arts. 29–40; the order is that of practice.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from gongkai.statute.decisions import DecisionKind, decision, kinds
from gongkai.statute.settings import Settings
from gongkai.values.errors import NotAllowed


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer: the kinds it leaves (all, where empty), the next question, or what to do first."""

    key: str
    words: str
    kinds: tuple[str, ...] = ()
    next: str | None = None
    do: str = ""
    note: str = ""
    letter: str | None = None
    waived_by: tuple[str, str] | None = None
    """A doubtful point and the reading of it under which nothing need be done first, only noted."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its article and its answers."""

    key: str
    short: str
    ask: str
    article: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Walk:
    """Where the answers lead.

    ``question`` is the next one to ask (None at the end, or when something must be done first: ``do``).
    ``kinds`` are the decisions still in question; ``path`` the answers taken.
    """

    question: Question | None
    kinds: tuple[DecisionKind, ...]
    path: tuple[tuple[Question, Answer], ...]
    do: str = ""
    letters: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@cache
def questions() -> tuple[Question, ...]:
    """The questions in the order in which they are asked."""
    text = files("gongkai.statute").joinpath("questions.toml").read_text(encoding="utf-8")
    out = []
    for one in tomllib.loads(text)["question"]:
        answers = tuple(
            Answer(**{**data, **{key: tuple(data[key]) for key in ("kinds", "waived_by") if key in data}})
            for data in one.pop("answer")
        )
        out.append(Question(**one, answers=answers))
    return tuple(out)


def walk(answers: Mapping[str, str], settings: Settings | None = None) -> Walk:
    """Follow the answers (question key to answer key) from the first question.

    Answers to questions that are not reached are left aside. Raises :class:`NotAllowed` for an answer that
    its question does not have.
    """
    by_key = {question.key: question for question in questions()}
    left = kinds()
    path: list[tuple[Question, Answer]] = []
    question: Question | None = questions()[0]
    while question is not None and question.key in answers:
        answer = _read(_answer(question, answers[question.key]), settings or Settings.default())
        path.append((question, answer))
        if answer.kinds:
            left = tuple(decision(key) for key in answer.kinds)
        question = by_key[answer.next] if answer.next else None
    taken = [answer for _, answer in path]
    return Walk(
        question=question,
        kinds=() if taken and taken[-1].do else left,
        path=tuple(path),
        do=taken[-1].do if taken else "",
        letters=tuple(answer.letter for answer in taken if answer.letter),
        notes=tuple(answer.note for answer in taken if answer.note),
    )


def _read(answer: Answer, settings: Settings) -> Answer:
    """The answer under the settings: what need not be done first leads on to the next question."""
    if answer.waived_by is None:
        return answer
    name, reading = answer.waived_by
    if settings.of(name) == reading:
        return replace(answer, do="", letter=None)
    return replace(answer, next=None, note="")


def _answer(question: Question, key: str) -> Answer:
    for answer in question.answers:
        if answer.key == key:
            return answer
    known = "；".join(f"{answer.key}（{answer.words}）" for answer in question.answers)
    raise NotAllowed(
        f"“{question.ask}”没有“{key}”这个答案，请从下列答案中选一个：{known}。", question.article
    )
