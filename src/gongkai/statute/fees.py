"""信息处理费: what may be charged for excessive applications, by application or by page, with every step.

按件: by the ordinal of an application among those of one applicant in a calendar month; up to the tenth
free, then 100 元 each, from the 31st on 100 元 more for each further ten. 按量: by the pages of one
application, at 0, 10, 20 and 40 元 a page. The organ picks one of the two for an application, never both,
and may charge nothing. The rates are in ``parameters/processing_fee.toml``; amounts are whole 元.

>>> import datetime as dt
>>> month_total(31, dt.date(2026, 3, 31)).amount
2200
>>> [step.amount for step in per_page(101, dt.date(2026, 3, 31)).steps]
[700, 20]

Source: 国办函〔2020〕109号 arts. 3–5; 政府信息公开条例 art. 42.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from gongkai.statute.parameters import value_on
from gongkai.statute.settings import Settings
from gongkai.values.errors import NotAllowed


class Mode(StrEnum):
    """The two ways of charging; one application is charged in one of them."""

    PER_APPLICATION = "per_application"
    PER_PAGE = "per_page"


@dataclass(frozen=True, slots=True)
class Step:
    """The pieces from ``first`` to ``last`` at ``rate`` 元 each, together ``amount`` 元."""

    first: int
    last: int
    rate: int

    @property
    def pieces(self) -> int:
        """How many pieces the step has."""
        return self.last - self.first + 1

    @property
    def amount(self) -> int:
        """元 for the pieces of this step."""
        return self.pieces * self.rate


@dataclass(frozen=True, slots=True)
class Fee:
    """A sum in 元 for so many pieces, with its steps (free pieces are left out) and its article.

    ``mark`` tells how firmly the tariff is known.
    """

    mode: Mode
    pieces: int
    steps: tuple[Step, ...]
    article: str
    mark: str

    @property
    def amount(self) -> int:
        """元 in all."""
        return sum(step.amount for step in self.steps)

    @property
    def free(self) -> int:
        """How many of the pieces cost nothing."""
        return self.pieces - sum(step.pieces for step in self.steps)


@dataclass(frozen=True, slots=True)
class Filed:
    """An application as the ordinal needs it: whose it is, the day of receipt, its registration number.

    ``identity`` tells one applicant from another (a keyed hash of the identity number, say), ``name`` is used
    instead where the settings say so. ``at`` is the time of receipt, where it is known.
    """

    identity: str
    received_on: dt.date
    number: int
    name: str = ""
    at: dt.time = dt.time.min


def _bands(mode: Mode, day: dt.date) -> Mapping[str, Any]:
    content: Mapping[str, Any] = value_on("processing_fee", day).content[mode]
    return content


def _steps(tariff: Mapping[str, Any], first: int, last: int) -> Iterator[Step]:
    """The pieces from ``first`` to ``last`` band by band, free ones left out."""
    for low, high, rate in _ladder(tariff, last):
        begin, end = max(low, first), min(high, last)
        if begin <= end and rate:
            yield Step(begin, end, rate)


def _ladder(tariff: Mapping[str, Any], last: int) -> Iterator[tuple[int, int, int]]:
    """Every band that begins at or before ``last``: its first and last piece, its rate."""
    for band in tariff["bands"]:
        yield band["from"], band["to"], band["rate"]
    beyond = tariff["beyond"]
    low, rate = beyond["from"], beyond["rate"]
    width = beyond.get("width", max(last, low))
    while low <= last:
        yield low, low + width - 1, rate
        low, rate = low + width, rate + beyond.get("rise", 0)


def _fee(mode: Mode, first: int, last: int, day: dt.date) -> Fee:
    tariff = _bands(mode, day)
    return Fee(mode, last - first + 1, tuple(_steps(tariff, first, last)), tariff["article"], tariff["mark"])


def per_application(nth: int, day: dt.date) -> Fee:
    """What the ``nth`` application of an applicant in its calendar month costs, ``nth`` from 1.

    ``day`` is the day of receipt; raises :class:`NotInForce` before the tariff, :class:`NotAllowed` for an
    ordinal below 1.
    """
    _whole(nth, 1, "件次", day)
    return _fee(Mode.PER_APPLICATION, nth, nth, day)


def month_total(count: int, day: dt.date) -> Fee:
    """What ``count`` applications of one applicant in one calendar month cost together, were all charged."""
    _whole(count, 0, "件数", day)
    return _fee(Mode.PER_APPLICATION, 1, count, day)


def per_page(pages: int, day: dt.date) -> Fee:
    """What the pages supplied for one application cost; one side of A4 or smaller is a page."""
    _whole(pages, 0, "页数", day)
    return _fee(Mode.PER_PAGE, 1, pages, day)


def several_by_page(pages: Sequence[int], day: dt.date, *, accumulate: bool | None = None) -> Fee:
    """What several applications of a month cost by pages, each with its pages.

    Pages are not added up across applications, unless ``accumulate`` says so (a setting; the default is in
    the tariff).
    """
    if accumulate is None:
        accumulate = bool(value_on("processing_fee", day).content["pages_accumulate"]["default"])
    if accumulate:
        return per_page(sum(pages), day)
    single = [per_page(count, day) for count in pages]
    tariff = _bands(Mode.PER_PAGE, day)
    steps = tuple(step for fee in single for step in fee.steps)
    return Fee(Mode.PER_PAGE, sum(pages), steps, tariff["article"], tariff["mark"])


def charge(
    mode: Mode,
    day: dt.date,
    *,
    nth: int | None = None,
    pages: int | None = None,
    already_public: bool = False,
) -> Fee:
    """The fee of one application in the one mode that the organ picked; the other count is left aside.

    ``already_public``: the reply only tells where to find what is public. Then nothing is charged by pages
    (arts. 4, 5). Raises :class:`NotAllowed` for that, and where the count that the mode needs is missing.
    """
    if mode is Mode.PER_APPLICATION:
        if nth is None:
            raise _missing(
                "按件计收要知道这是该申请人当月的第几件申请，请先登记并按收到日期编排件次。", mode, day
            )
        return per_application(nth, day)
    if already_public:
        raise _missing(
            "所申请的信息已经主动公开，答复只告知获取途径，不能按量计收；符合条件的可以按件计收。", mode, day
        )
    if pages is None:
        raise _missing("按量计收要知道提供了多少页，请登记页数（A4及以下幅面的单面为一页）。", mode, day)
    return per_page(pages, day)


def ordinals(filed: Iterable[Filed], settings: Settings | None = None) -> dict[int, int]:
    """The ordinal of each application (by registration number) among its applicant's of that month.

    Every application counts, charged or not; the order is that of receipt, on one day that of registration
    (settings ``fee.same_applicant``, ``fee.order``).
    """
    points = settings or Settings.default()
    by_name = points.of("fee.same_applicant") == "organ_name_month"
    by_time = points.of("fee.order") == "received_time"
    counts: dict[tuple[str, int, int], int] = {}
    out = {}
    for one in sorted(filed, key=lambda f: (f.received_on, f.at if by_time else dt.time.min, f.number)):
        month = (one.name if by_name else one.identity, one.received_on.year, one.received_on.month)
        counts[month] = out[one.number] = counts.get(month, 0) + 1
    return out


def _whole(number: int, least: int, name: str, day: dt.date) -> None:
    if number < least:
        article = value_on("processing_fee", day).article
        raise NotAllowed(f"{name}应为不小于{least}的整数，现在是{number}，请核对后重新填写。", article)


def _missing(sentence: str, mode: Mode, day: dt.date) -> NotAllowed:
    return NotAllowed(sentence, _bands(mode, day)["article"])
