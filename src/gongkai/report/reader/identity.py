"""Whose report it is and of which year: title, organ and its kind, year, dates signed and published."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from gongkai.report.document import Chapter
from gongkai.report.reader.blocks import Grid
from gongkai.report.reader.headings import Piece

_YEAR = r"(?:20\d\d|二[〇○零0]\s*[一二三][〇○零0一二三四五六七八九])"
_REPORT = r"(?:政府信息公开|信息公开|政务公开)(?:工作)?(?:情况)?的?(?:年度)?(?:工作)?(?:报告|年报|总结)"
_ORGAN = r"[^\s。，；：、！？《》〈〉“”()（）|\-—]{2,40}?"
_ORGAN_FIRST = re.compile(rf"(?P<organ>{_ORGAN})(?P<year>{_YEAR})年度?(?P<rest>{_REPORT})")
_YEAR_FIRST = re.compile(
    rf"(?P<year>{_YEAR})年度?(?!度|政府信息|信息公开|政务公开)(?P<organ>{_ORGAN})(?P<rest>{_REPORT})"
)
_UNDER_TITLE = 8
_ALONE = re.compile(r"\s*[（(]?\s*(20\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)\s*[)）]?\s*")
_PERIOD_WORDS = re.compile(r"[，；]|至|从|自|截至|时间|日期")
_GOES_ON = ("至", "起", "，", "前", "—")
_PAGE_END = ("附件", "相关", "上一", "下一", "打印", "关闭", "扫一扫", "责任编辑", "分享", "来源", "返回")
_PUBLISHED_LABEL = re.compile(r"(?:发布|公开|发文)(?:时间|日期)[:：]?")
_CLAUSE = re.compile(r"[。；！]")
_MARK = re.compile(r"^(?:(?:标题|名称|题目)[:：\t]?|【[^】]{1,10}】)+")
_ABOUT = re.compile(r"^(?:关于|本报告是|现公布|现发布|印发|发布|公布)|(?:关于|印发|发布)$")
_NO_ORGANS = frozenset({"政府", "政务", "信息", "本机关", "我局", "全市", "全县", "全区"})
_YEAR_LAST = re.compile(rf"(?P<organ>{_ORGAN})(?P<rest>{_REPORT})[(（](?P<year>{_YEAR})年?度?[)）]")
_LEAD_IN = re.compile(r"^.*(?:现公布|现发布|现将|印发|公布|发布|标题|名称|编制|根据)[:：]?")
_DATE = re.compile(r"(20\d\d)\s*[年\-./]\s*(\d{1,2})\s*[月\-./]\s*(\d{1,2})\s*日?")
_SIGNED = re.compile(r"(20\d\d)\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")
_HAN_DATE = re.compile(
    rf"({_YEAR})\s*年\s*([一二三四五六七八九十]{{1,3}})\s*月\s*([一二三四五六七八九十]{{1,3}})\s*日"
)
_PUBLISHED = re.compile(
    r"(?:发布时间|发布日期|公开日期|发文日期|信息时间|时间|日期)\s*[:：|]\s*(20\d\d[\d年月日\-./]+)"
)
_PERIOD = re.compile(r"(20\d\d)\s*年\s*1\s*月\s*1\s*日")
_DIGIT = {c: str(i) for i, c in enumerate("〇一二三四五六七八九")} | {"○": "0", "零": "0", "0": "0"}
_TAIL_PIECES = 25
_HEAD_PIECES = 40

_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("township", re.compile(r"(?:乡|镇|街道)(?:人民政府|办事处|政府)?$|街道办|(?:乡|镇)人民政府$")),
    ("government", re.compile(r"人民政府$|(?:省|市|县|区|州|旗|盟)(?:政府)?$")),
    ("justice", re.compile(r"司法(?:局|厅|部)$")),
    (
        "vertical",
        re.compile(
            r"(?:税务局|海关|气象局|气象部门|调查队|调查总队|邮政管理局|烟草专卖局|海事局|地震局|金融监管局|监管分局|消防救援(?:支队|大队|总队))$"
        ),
    ),
    (
        "department",
        re.compile(r"(?:局|厅|部|委|办|办公室|办公厅|委员会|署|总队|支队)$"),
    ),
    ("delegated", re.compile(r"(?:大学|学院|医院|协会|学会|中心|公司|集团)$")),
    ("other", re.compile(r"(?:管委会|管理委员会|实验区|开发区|新区|高新区|园区)$")),
)
_OTHER_FIRST = re.compile(r"(?:管委会|管理委员会)$")


@dataclass(frozen=True, slots=True)
class Identity:
    """What the report says of itself; None where it does not."""

    title: str | None
    organ: str | None
    organ_kind: str | None
    year: int | None
    dated_on: date | None
    published_on: date | None


def organ_kind(organ: str | None) -> str | None:
    """The kind of an organ by its name, as in the exchange form; None where the name does not tell."""
    if not organ:
        return None
    if _OTHER_FIRST.search(organ):
        return "other"
    return next((kind for kind, pattern in _KINDS if pattern.search(organ)), None)


def identify(
    pieces: Sequence[Piece],
    preamble: Chapter,
    chapters: Sequence[Chapter],
    document_title: str | None,
    published: str | None,
) -> Identity:
    """Read title, organ, year and dates from the head and the end of the report."""
    title, organ, year = _title(pieces, document_title)
    text = preamble.text + "\n" + chapters[0].text
    if year is None:
        year = _year_of(text)
    return Identity(
        title,
        organ,
        organ_kind(organ),
        year,
        _signed(pieces, chapters, year),
        _day(published) if published else _published(pieces),
    )


def _title(pieces: Sequence[Piece], document_title: str | None) -> tuple[str | None, str | None, int | None]:
    lines = [p.text for p in pieces[:_HEAD_PIECES]]
    tries = [t for t in lines if len(t) <= 60]
    tries += [a + b for a, b in pairwise(lines) if len(a) <= 45 and len(b) <= 30]
    tries += [document_title] if document_title else []
    for tried in tries:
        if re.search(r"[。；]|现(?:公布|发布|将)|印发|通知", tried):
            continue
        found = _parse(tried)
        if found:
            return found
    for tried in lines + [p.text for p in pieces[_HEAD_PIECES : _HEAD_PIECES * 2]]:
        found = _parse(tried, start_only=True) or _parse(_LEAD_IN.sub("", re.sub(r"[《〈]", "", tried)))
        if found and found[1] and len(found[1]) <= 30:
            return found
    return None, None, None


def _parse(text: str, *, start_only: bool = False) -> tuple[str, str, int] | None:
    """Title, organ and year of the first title in a text."""
    squeezed = _MARK.sub("", re.sub(r"[\s#*]+", "", text))
    matches = [m for p in (_ORGAN_FIRST, _YEAR_FIRST, _YEAR_LAST) if (m := p.search(squeezed))]
    for match in sorted(matches, key=lambda m: m.start()):
        organ = _ABOUT.sub("", _ABOUT.sub("", match["organ"]))
        if start_only and match.start() > 0:
            continue
        if len(organ) >= 2 and organ not in _NO_ORGANS and not re.search(r"年$|月|日", organ):
            return match.group(), organ, _number(match["year"])
    return None


def _number(text: str) -> int:
    return int("".join(_DIGIT.get(c, c) for c in text.replace(" ", "")))


def _year_of(text: str) -> int | None:
    period = _PERIOD.search(text)
    if period:
        return int(period[1])
    years = Counter(re.findall(r"(20\d\d)\s*年", text[:3000]))
    return int(years.most_common(1)[0][0]) if years else None


def _han_day(text: str) -> int:
    if text == "十":
        return 10
    tens, _, ones = text.rpartition("十")
    ten = (int(_DIGIT[tens]) if tens else 1) * 10 if "十" in text else 0
    return ten + (int(_DIGIT[ones]) if ones else 0)


def _day(text: str) -> date | None:
    match = _DATE.search(text)
    try:
        if match:
            return date(int(match[1]), int(match[2]), int(match[3]))
        han = _HAN_DATE.search(text)
        if han:
            return date(_number(han[1]), _han_day(han[2]), _han_day(han[3]))
    except (ValueError, KeyError):
        return None
    return None


def _signed(pieces: Sequence[Piece], chapters: Sequence[Chapter], year: int | None) -> date | None:
    """The date under the signature: alone in its line, or at the end of the report after the organ's name.

    Where there is no signature, the date in brackets under the title.
    """
    tail = [p.text for p in pieces[-_TAIL_PIECES:]]
    last = chapters[5].text.split("\n") if chapters[5].found else []
    days = [_day(m.group()) for text in [*reversed(tail), *reversed(last)] for m in _signatures(text)]
    heads = [m for p in pieces[:_UNDER_TITLE] if (m := _ALONE.fullmatch(p.text))]
    days += [_day(m[1]) for m in heads]
    return next((d for d in days if d and (year is None or d.year >= year)), None)


def _signatures(text: str) -> Iterator[re.Match[str]]:
    """Dates of a text that may stand under a signature, the last first."""
    for match in reversed([*_SIGNED.finditer(text), *_HAN_DATE.finditer(text)]):
        before = _CLAUSE.split(text[: match.start()].strip())[-1].strip()
        after = text[match.end() :].strip()
        if len(before) > 30 or _PERIOD_WORDS.search(before[-12:]) or after.startswith(_GOES_ON):
            continue
        if len(after) <= 20 or after.startswith(_PAGE_END):
            yield match


def published_in(grids: Iterable[Grid]) -> str | None:
    """The date of publication that a table about the page gives (发布日期 | 2023年1月19日)."""
    for grid in grids:
        for row in grid.rows:
            for label, cell in pairwise(row):
                if _PUBLISHED_LABEL.fullmatch(label.text.strip()) and _DATE.search(cell.text):
                    return cell.text
    return None


def _published(pieces: Sequence[Piece]) -> date | None:
    for piece in pieces[:_HEAD_PIECES]:
        match = _PUBLISHED.search(piece.text)
        if match:
            return _day(match[1])
    return None
