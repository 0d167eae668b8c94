"""The applications: 2024 of the corps' bureau by its published figures, a full year of the invented bureau.

And what lies on the invented bureau's desk on the day on which the demonstration is built.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from importlib.resources import files
from typing import Any

from gongkai.ledger.applications import ApplicationEntry
from gongkai.ledger.notation import read
from gongkai.statute.events import Asked, Channel, Event, Kind
from gongkai.web.applications.actions.enter import enter
from gongkai.web.applications.actions.file import Filing, file
from gongkai.web.applications.cases import calendar_of, rows_of
from gongkai.web.applications.models import Application, Note
from gongkai.web.demo.world import INVENTED, World

RIGHTS = ("applications.register", "applications.handle", "applications.approve")
PHONE = "000-0000-0000"
"""A number that nobody can have."""

OPEN: tuple[tuple[str, Channel, int, tuple[Kind, ...]], ...] = (
    ("当日到期的调解统计", Channel.IN_PERSON, 20, ()),
    ("三个工作日内到期的考核办法", Channel.REGISTERED_MAIL, 17, ()),
    ("已经逾期的经费说明", Channel.IN_PERSON, 23, ()),
    ("等待补正的文件", Channel.IN_PERSON, 6, (Kind.CORRECTION_NOTICE,)),
    ("正在征求意见的合同", Channel.IN_PERSON, 8, (Kind.CONSULTATION_SENT,)),
    ("刚刚收到的公证收费标准", Channel.REGISTERED_MAIL, 1, ()),
    ("网上提交、等待确认的名册", Channel.INTERNET, 0, ()),
    ("传真提交、等待确认的通报", Channel.FAX, 1, ()),
)
"""Matter, channel, working days ago, what has happened since: the desk on the day of building."""


def cases() -> list[dict[str, Any]]:
    """The cases of the year, as they are written down."""
    text = files("gongkai.web.demo").joinpath("applications.toml").read_text(encoding="utf-8")
    found: list[dict[str, Any]] = tomllib.loads(text)["case"]
    return found


def entries_in(case: dict[str, Any]) -> list[ApplicationEntry]:
    """The entries of a case, read from the notation with a subject put in."""
    lines = []
    for line in case["ledger"]:
        day, verb, *rest = line.split(" ", 2)
        lines.append(" ".join([day, verb, "件", *rest]))
    return [entry for entry in read("\n".join(lines), "演示", "演示") if isinstance(entry, ApplicationEntry)]


def add(world: World) -> None:
    """File and enter everything."""
    for case in cases():
        first, *rest = entries_in(case)
        channel, applicant = first.event.channel, first.applicant
        if channel is None or applicant is None:
            raise ValueError(f"the first entry of {case['matter']} opens no case")
        application = filed(world, case, channel, first.on, str(applicant))
        for entry in rest:
            entered(world, application, entry.event)
        if contact := case.get("contact"):
            Note.objects.create(
                organ=application.organ, application=application, kind="contact", text=contact, by="demo",
                at=world.now, on=rest[0].on,
            )  # fmt: skip
    for matter, asked_by, ago, since in OPEN:
        on_the_desk(world, matter, asked_by, ago, since)


def filed(world: World, case: dict[str, Any], channel: Channel, on: dt.date, applicant: str) -> Application:
    """The application of a case."""
    code = case.get("organ", INVENTED)
    values = {
        "name": case["name"], "matter": case["matter"], "request": case["request"], "phone": PHONE,
        "provide_as": "any", "get_by": "online" if channel is Channel.INTERNET else "mail",
    }  # fmt: skip
    filing = Filing(channel, on, applicant, values)
    application, _ = file(world.operator(code, *RIGHTS), world.organ(code), filing, world.now)
    return application


def entered(world: World, application: Application, event: Event) -> None:
    """One thing that happened to it."""
    seen = max(row.position for row in rows_of(application))
    enter(world.operator(application.organ.code, *RIGHTS), application, event, seen, world.now)


def on_the_desk(world: World, matter: str, channel: Channel, ago: int, since: tuple[Kind, ...]) -> None:
    """A case that is open on the day of building, received so many working days before."""
    organ = world.organ(INVENTED)
    calendar = calendar_of(Application(organ=organ))
    on = calendar.at(calendar.rank(calendar.roll_forward(world.today)) - ago) if ago else world.today
    case = {"name": "甲乙示例", "matter": matter, "request": f"{matter}。"}
    application = filed(world, case, channel, on, "natural_person")
    for kind in since:
        later = calendar.nth_after(on, 2)
        if kind is Kind.CORRECTION_NOTICE:
            until = calendar.nth_after(world.today, 7)
            entered(world, application, Event(kind, later, notice_received_on=later, until=until))
        else:
            entered(world, application, Event(kind, later, id="甲", to=Asked.THIRD_PARTY))
