"""账的文字记法: entries as lines that an auditor can read and a test can write; one parser, one printer.

::

    机关 浑湾市测试局
    登记人 甲
    # 当面递交
    2026-03-02 收到 A-17 自然人 当面
    2026-03-20 决定 A-17 部分公开
    2026-03-21 发出 A-17
    2026-03-21 作废 A-17 第几条=3 记于=2026-03-25T09:00:00+08:00

A line holds day, verb, subject, then words that stand by themselves and ``name=value``. Text with spaces
stands in quotes, as JSON writes it (or in “ ”); quoted text is always taken as it stands. ``机关`` and
``登记人`` hold until changed. Left out: the position where it is the next one of its subject, the time of
recording where it is 0:00 of the day in China. What is printed reads back equal.

>>> print(write(read("2026-03-02 收到 A-17 自然人 当面")), end="")
2026-03-02 收到 A-17 自然人 当面
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from difflib import get_close_matches
from typing import Any

from gongkai.ledger.entries import Entry
from gongkai.ledger.words import FIELD_WORDS, VERBS, Field, Verb, verb_of
from gongkai.values.errors import NotationError

CHINA = timezone(timedelta(hours=8))
ORGAN, CLERK = "机关", "登记人"
_TOKEN = re.compile(
    r'(?:(?P<name>[^\s"=“”]+)=)?(?:(?P<quoted>"(?:[^"\\]|\\.)*")|“(?P<chinese>[^”]*)”|(?P<bare>[^\s"“”]+))(?=\s|$)'
)
_BARE = re.compile(r'[^\s"“”=#\\]+')


@dataclass(frozen=True, slots=True)
class _Token:
    name: str | None
    text: str
    quoted: bool


def read(text: str, organ: str = "", by: str = "") -> tuple[Entry, ...]:
    """The entries of a text, in its order; raises :class:`NotationError` with line, what, and what next.

    ``organ`` and ``by`` hold until the text says otherwise.
    """
    out: list[Entry] = []
    last: dict[tuple[str, str, str], int] = defaultdict(int)
    taken: set[tuple[str, str, str, int]] = set()
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), 1):
        tokens = list(_tokens(number, line))
        if not tokens:
            continue
        if tokens[0].text in (ORGAN, CLERK) and not tokens[0].quoted:
            said = _directive(number, tokens)
            organ, by = (said, by) if tokens[0].text == ORGAN else (organ, said)
            continue
        verb, entry = _line(number, tokens, organ, by, last)
        key = (entry.organ, verb.ledger, entry.subject)
        if (*key, entry.position) in taken:
            raise NotationError(
                number, f"“{entry.subject}”的第{entry.position}条已经有了。请改为下一个没有用过的序号。"
            )
        taken.add((*key, entry.position))
        last[key] = entry.position
        out.append(entry)
    return tuple(out)


def _tokens(number: int, line: str) -> Iterator[_Token]:
    rest = line.strip()
    if rest.startswith("#"):
        return
    while rest:
        match = _TOKEN.match(rest)
        if match is None:
            raise NotationError(number, f"从“{rest[:20]}”起读不下去。引号要成对，各项之间用空格隔开。")
        yield _Token(match["name"], _text(number, match), match["bare"] is None)
        rest = rest[match.end() :].lstrip()


def _text(number: int, match: re.Match[str]) -> str:
    if match["quoted"] is None:
        return match["chinese"] if match["chinese"] is not None else match["bare"]
    try:
        return str(json.loads(match["quoted"], strict=False))
    except ValueError as fault:
        raise NotationError(number, f"引号里的{match['quoted'][:20]}写法不对。反斜杠要写成两个。") from fault


def _directive(number: int, tokens: list[_Token]) -> str:
    if len(tokens) != 2 or tokens[1].name:
        raise NotationError(number, f"“{tokens[0].text}”后面要写一个名称；名称里有空格的，请加引号。")
    return tokens[1].text


def _line(
    number: int, tokens: list[_Token], organ: str, by: str, last: dict[tuple[str, str, str], int]
) -> tuple[Verb, Entry]:
    if len(tokens) < 3 or any(t.name for t in tokens[:3]):
        raise NotationError(
            number, "一行要依次写明日期、事由和编号，例如“2026-03-02 收到 A-17 自然人 当面”。"
        )
    on = _read(number, "日期", date.fromisoformat, tokens[0].text)
    verb = VERBS.get(tokens[1].text)
    if verb is None:
        near = "、".join(get_close_matches(tokens[1].text, VERBS, 3, 0.3)) or "、".join(list(VERBS)[:5])
        raise NotationError(number, f"没有“{tokens[1].text}”这个事由。请改用已有的事由，例如：{near}。")
    subject = tokens[2].text
    values = _values(number, verb, tokens[3:])
    position = values.pop("position", last[organ, verb.ledger, subject] + 1)
    recorded_at = values.pop("recorded_at", _midnight(on))
    for field in verb.fields:
        if field.required and field.name not in values:
            raise NotationError(number, f"“{verb.word}”没有写“{field.word}”。请在行末补上“{field.word}=…”。")
    envelope = {
        "organ": organ,
        "subject": subject,
        "position": position,
        "on": on,
        "recorded_at": recorded_at,
        "by": by,
    }
    try:
        return verb, verb.make(envelope, values)
    except ValueError as fault:
        raise NotationError(number, f"这一行的各项不能同时成立：{fault}") from fault


def _values(number: int, verb: Verb, tokens: list[_Token]) -> dict[str, Any]:
    """Words and ``name=value`` after the subject, by the name of the field."""
    named = {field.word: field for field in verb.fields}
    words = {word: (field, value) for field in verb.fields for value, word in field.words.items()}
    values: dict[str, Any] = {}
    for token in tokens:
        if token.name is None:
            if token.quoted or token.text not in words:
                raise NotationError(number, _unknown_word(verb, token.text))
            field, text = words[token.text]
            value = field.read(text)
        elif token.name in (FIELD_WORDS["position"], FIELD_WORDS["recorded_at"]):
            key = "position" if token.name == FIELD_WORDS["position"] else "recorded_at"
            reader = int if key == "position" else datetime.fromisoformat
            values[key] = _read(number, token.name, reader, token.text)
            continue
        elif token.name in named:
            field = named[token.name]
            own = {} if token.quoted else {word: value for value, word in field.words.items()}
            value = _read(number, field.word, field.read, own.get(token.text, token.text))
        else:
            known = "、".join(named)
            raise NotationError(number, f"“{verb.word}”没有“{token.name}”这一项。可以写的有：{known}。")
        _keep(number, values, field, value)
    return values


def _keep(number: int, values: dict[str, Any], field: Field, value: Any) -> None:
    if field.repeats:
        values[field.name] = (*values.get(field.name, ()), value)
    elif field.name in values:
        raise NotationError(number, f"“{field.word}”写了两次。请只留一处。")
    else:
        values[field.name] = value


def _unknown_word(verb: Verb, text: str) -> str:
    words = [word for field in verb.fields for word in field.words.values()]
    near = "、".join(get_close_matches(text, words, 5, 0.3) or words[:5])
    hint = f"可以写的词例如：{near}；" if near else ""
    return f"“{verb.word}”后面的“{text}”不认识。{hint}其他内容请写成“名称=内容”。"


def _read(number: int, name: str, reader: Any, text: str) -> Any:
    try:
        return reader(text)
    except ValueError as fault:
        raise NotationError(
            number, f"“{name}”写成了“{text[:20]}”，读不出来。日期请写成2026-03-02这样，数目请用阿拉伯数字。"
        ) from fault


def _midnight(on: date) -> datetime:
    return datetime(on.year, on.month, on.day, tzinfo=CHINA)


def write(entries: Iterable[Entry]) -> str:
    """The text of entries, a line each; :func:`read` gives them back equal."""
    lines = []
    organ = by = ""
    last: dict[tuple[str, str, str], int] = defaultdict(int)
    for entry in entries:
        if entry.organ != organ:
            organ = entry.organ
            lines.append(f"{ORGAN} {_quoted(organ)}")
        if entry.by != by:
            by = entry.by
            lines.append(f"{CLERK} {_quoted(by)}")
        verb = verb_of(entry)
        parts = [entry.on.isoformat(), verb.word, _quoted(entry.subject), *_parts(verb, entry)]
        key = (entry.organ, verb.ledger, entry.subject)
        if entry.position != last[key] + 1:
            parts.append(f"{FIELD_WORDS['position']}={entry.position}")
        last[key] = entry.position
        if entry.recorded_at != _midnight(entry.on):
            parts.append(f"{FIELD_WORDS['recorded_at']}={entry.recorded_at.isoformat()}")
        lines.append(" ".join(parts))
    return "".join(f"{line}\n" for line in lines)


def _parts(verb: Verb, entry: Entry) -> Iterator[str]:
    for field in verb.fields:
        value = verb.value(entry, field.name)
        if field.repeats:
            yield from (f"{field.word}={_quoted(one)}" for one in value)
        elif value in field.words:
            yield field.words[value]
        elif value is not None and (field.required or value != field.default):
            literal = str(value) in field.words.values()
            yield f"{field.word}={json.dumps(value, ensure_ascii=False) if literal else _quoted(str(value))}"


def _quoted(text: str) -> str:
    return text if _BARE.fullmatch(text) else json.dumps(text, ensure_ascii=False)
