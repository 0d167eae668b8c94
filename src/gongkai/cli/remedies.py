"""``gongkai remedies``: what may be done against a reply, until when, before whom, and the words for it."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from gongkai.cli.folding import fold
from gongkai.cli.usage import OPTIONS, ChineseCommand, Day
from gongkai.values.dates import day_words

if TYPE_CHECKING:
    from gongkai.statute.remedies import Period, Rights
    from gongkai.statute.review_bodies import Bodies
    from gongkai.statute.working_days import Calendar

WIDTH = 88
WAYS = {
    "reconsideration_first": "复议前置：应当先申请行政复议，不能直接起诉",
    "either": "可以申请行政复议，也可以直接提起行政诉讼",
    "split": "不予公开的部分复议前置；其他部分可以申请行政复议，也可以直接提起行政诉讼",
    "none": "不涉及救济告知",
}


@dataclass(frozen=True, slots=True)
class Found:
    """What the core found: the rights, the bodies, the court and the paragraph."""

    rights: Rights
    bodies: Bodies
    court: str
    paragraph: str


@click.command(
    "remedies",
    cls=ChineseCommand,
    short_help="救济途径：先复议还是可以直接起诉，最后期限，向谁提出。",
    help="救济途径：先复议还是可以直接起诉，最后期限，向谁提出，并给出写进答复书的文字。",
    options_metavar=OPTIONS,
)
@click.option(
    "--outcome",
    required=True,
    metavar="结果",
    help="处理决定的键（gongkai schema --decisions 可查），或者 overdue（逾期未答复）。",
)
@click.option(
    "--delivered",
    required=True,
    type=Day(),
    metavar="日期",
    help="收到答复的日期；overdue 时为答复期限的最后一日。",
)
@click.option(
    "--organ-kind",
    metavar="类别",
    help="机关类别，如 department（政府部门）、justice（司法行政部门）、government（人民政府）、"
    "township（乡镇）、vertical（垂直领导）；写错时列出全部。",
)
@click.option("--government", metavar="名称", help="本级人民政府的名称。")
@click.option("--superior", metavar="名称", help="上一级人民政府或者上一级主管部门的名称。")
@click.option("--body", metavar="名称", help="本机关自行确认的行政复议机关（兵团等不能推出的）。")
@click.option("--court", metavar="名称", help="有管辖权的人民法院的名称。")
@click.option("--electronic", is_flag=True, help="答复通过互联网渠道送达。")
@click.option("--region", metavar="区划代码", help="六位行政区划代码，用来加上当地的节假日。")
@click.option("--third-party", is_flag=True, help="收到的人是第三方（决定公开的通知）。")
@click.option("--ground", multiple=True, metavar="决定", help="部分公开时，不公开部分的依据；可以写几次。")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
def remedies(
    *,
    outcome: str,
    delivered: dt.date,
    organ_kind: str | None,
    government: str | None,
    superior: str | None,
    body: str | None,
    court: str | None,
    electronic: bool,
    region: str | None,
    third_party: bool,
    ground: tuple[str, ...],
    as_json: bool,
) -> int:
    """Print what may be done against a reply."""
    from gongkai.statute import remedies as law  # noqa: PLC0415  # so that --help stays quick
    from gongkai.statute import remedy_words  # noqa: PLC0415
    from gongkai.statute.review_bodies import bodies_for  # noqa: PLC0415
    from gongkai.statute.working_days import Calendar  # noqa: PLC0415

    _known(outcome, ground, organ_kind)
    calendar = Calendar.national()
    if region:
        calendar = calendar.with_region(region)
    rights = law.rights(
        outcome, delivered, calendar, grounds=ground, third_party=third_party, electronic=electronic
    )
    bodies = bodies_for(organ_kind, delivered, government=government, superior=superior, by_hand=body)
    words = remedy_words.paragraph(rights, bodies, court)
    found = Found(rights, bodies, remedy_words.court_words(bodies, court), words)
    if as_json:
        click.echo(json.dumps(as_one(found), ensure_ascii=False, default=str))
    else:
        click.echo("\n".join(fold(line, WIDTH) for line in page(found, calendar)))
    return 0


def _known(outcome: str, grounds: tuple[str, ...], organ_kind: str | None) -> None:
    """Refuse words that are no outcome, no ground or no kind of organ."""
    from gongkai.statute.decisions import kinds, kinds_of  # noqa: PLC0415
    from gongkai.statute.remedies import OVERDUE  # noqa: PLC0415
    from gongkai.statute.review_bodies import organ_kinds  # noqa: PLC0415

    keys = {kind.key for kind in kinds()}
    if outcome != OVERDUE and outcome not in keys and not kinds_of(outcome):
        raise click.UsageError(f"没有“{outcome}”这种处理决定。全部决定用 gongkai schema --decisions 查看。")
    for ground in grounds:
        if ground not in keys:
            raise click.UsageError(f"没有“{ground}”这种依据。全部决定用 gongkai schema --decisions 查看。")
    if grounds and outcome != "partly_disclosed":
        raise click.UsageError("--ground 只用于 partly_disclosed（部分公开）。")
    if organ_kind is not None and organ_kind not in organ_kinds():
        known = "、".join(f"{key}（{name}）" for key, name in organ_kinds().items())
        raise click.UsageError(f"没有“{organ_kind}”这种机关，可用的有：{known}。")


def as_one(found: Found) -> dict[str, Any]:
    """What was found as the object that ``--json`` prints."""
    rights, bodies = found.rights, found.bodies
    periods = [p for p in (rights.reconsideration, rights.suit) if p is not None]
    return {
        "outcome": rights.outcome,
        "delivered": rights.start,
        "third_party": rights.third_party,
        "way": rights.way.value,
        "reconsideration_first": rights.reconsideration_first,
        "reconsideration": _period(rights.reconsideration),
        "suit": _period(rights.suit),
        "suit_after_reconsideration": {"days": rights.after_days} if periods else None,
        "untold": {
            "reconsideration": _period(rights.untold_reconsideration),
            "suit": _period(rights.untold_suit),
        },
        "bodies": [{"role": b.role, "name": b.name, "words": b.words} for b in bodies.bodies],
        "bodies_article": bodies.article,
        "by_hand": bodies.by_hand,
        "court": found.court,
        "internet_channel": rights.internet,
        "recommended": rights.recommended,
        "provisional": any(p.provisional for p in periods),
        "paragraph": found.paragraph,
        "articles": list(rights.articles),
    }


def _period(period: Period | None) -> dict[str, Any] | None:
    if period is None:
        return None
    return {
        "last_day": period.last_day,
        "counted_to": period.counted_to,
        "count": period.count,
        "unit": period.unit,
        "provisional": period.provisional,
        "article": period.article,
        "mark": period.mark,
    }


def page(found: Found, calendar: Calendar) -> Iterator[str]:
    """What was found as lines for the file."""
    rights, bodies = found.rights, found.bodies
    yield "救济途径告知"
    yield f"处理结果：{_title(rights.outcome)}"
    start = (
        "答复期限届满" if rights.outcome == "overdue" else "收到通知" if rights.third_party else "收到答复"
    )
    yield f"{start}：{_day(rights.start, calendar)}"
    yield f"途径：{WAYS[rights.way.value]}"
    if not rights.reconsideration:
        return
    yield ""
    yield f"行政复议机关：{bodies.words}（{bodies.article}）"
    if bodies.organ_kind is None and bodies.by_hand and not bodies.bodies:
        yield "　　没有写明机关类别，不能推出。请用 --organ-kind 写明类别，或者用 --body 写明复议机关。"
    elif bodies.note:
        yield f"　　{bodies.note}"
    yield from _told("申请行政复议的最后一日", rights.reconsideration, calendar)
    if rights.suit:
        yield f"人民法院：{found.court}"
        yield from _told("直接起诉的最后一日", rights.suit, calendar)
    yield f"复议后起诉：收到行政复议决定书之日起 {rights.after_days} 日内，向{found.court}起诉。"
    if rights.untold_reconsideration:
        suit = f"，直接起诉最迟可到{day_words(rights.untold_suit.last_day)}" if rights.untold_suit else ""
        latest = f"申请复议最迟可到{day_words(rights.untold_reconsideration.last_day)}{suit}"
        yield f"答复书没有告知上述权利的，{latest}。"
    yield ""
    yield "写进答复书的文字：" if rights.outcome != "overdue" else "可以告知申请人："
    yield f"　　{found.paragraph}"
    yield ""
    yield f"依据：{'；'.join(rights.articles)}。"


def _told(what: str, period: Period, calendar: Calendar) -> Iterator[str]:
    yield f"{what}：{_day(period.last_day, calendar)}"
    length = f"{period.count}{'个月' if period.unit == 'month' else '日'}"
    since, to = day_words(period.start), _day(period.counted_to, calendar)
    how = f"　　自{since}起{length}，期间开始之日不计算，至{to}"
    if period.last_day != period.counted_to:
        how += "，顺延到其后的第一个工作日"
    yield f"{how}。（{period.article}）"
    if period.provisional:
        yield "　　该年的放假安排尚未公布，这个日期是暂定的，通知公布后请重新计算。"


def _day(day: dt.date, calendar: Calendar) -> str:
    return f"{day_words(day)}（{calendar.words(day)}）"


def _title(outcome: str) -> str:
    from gongkai.statute.decisions import kinds, kinds_of  # noqa: PLC0415

    for kind in kinds():
        if kind.key == outcome:
            return f"{kind.title}（{outcome}）"
    titles = "；".join(kind.title for kind in kinds_of(outcome))
    return f"{titles}（{outcome}）" if titles else "逾期未答复（overdue）"
