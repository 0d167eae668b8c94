"""Two processes that act on one case at the same moment: its reply, its archive, its erasure; as a program with a database
of its own.

``python -m tests.web.replies.racers <rounds>`` prints one JSON line: how often each pair of outcomes came, and what the
records hold against the outcomes. ``GONGKAI_DATABASE`` says where. Each case lives through the races of its :data:`LIVES`
one after the other. ``control`` is the same with the lock taken away: rows are not locked (on SQLite the transaction does
not take the write lock at its start), both look, and the first writes when the second is done.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from queue import Empty
from typing import Any

LIVES: dict[str, tuple[str, ...]] = {
    "sent": ("deliver/deliver", "correct/correct", "archive/archive", "correct/erase"),
    "sent to be corrected": ("deliver/correct", "archive/erase"),
    "sent by mistake": ("deliver/take back",),
    "archived": ("erase/erase",),
    "released": ("publish/publish", "withdraw/withdraw"),
    "signed": ("issue/end",),
    "numbered": ("dispatch/end",),
    "numbered by mistake": ("dispatch/void",),
}
UNLOCKED = ("sent", "archived", "numbered by mistake")
"""The lives of the control: what else there is, is held by the position of an entry or by one statement."""
WRITES = ("INSERT", "UPDATE", "DELETE")
WAIT_SECONDS = 60


def ready() -> None:
    """Django in this process."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gongkai.web.settings")
    django.setup()


def begun(office: Any, life: str) -> str:
    """A case at the beginning of that life; its number."""
    from gongkai.web.replies.actions.archive import archive
    from gongkai.web.replies.actions.deliver import Told, deliver
    from gongkai.web.replies.actions.propose import propose
    from tests.web.replies.actions.test_publish import reviewed
    from tests.web.replies.desk import LATER, NOON, applied, gone, numbered, signed, written

    one, clerk = applied(office), office.actor("handler")
    letter = signed(office, written(office, one, "D10" if life == "released" else "D13"))
    if life == "signed":
        return str(one.number)
    letter = numbered(office, letter)
    if life.startswith("numbered"):
        return str(one.number)
    gone(office, letter)
    if life == "archived":
        deliver(clerk, letter, Told("received", "in_person", LATER, note="当面签收"), NOON)
        archive(clerk, one, "short", NOON)
    elif life == "released":
        reviewed(office, propose(clerk, one, "answer", "多人询问", NOON))
    return str(one.number)


def set_up(rounds: int) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """A fresh database with the cases; the races of each, with its number, and those of the control."""
    from django.conf import settings
    from django.core.management import call_command

    from gongkai.web.sealing.keys import ensure_ring
    from tests.web.letters.bureau import equip
    from tests.web.offices import Office

    ensure_ring(Path(settings.KEY_FILE))
    settings.PASSWORD_HASHERS = ["tests.web.hashing.Quick"]
    call_command("migrate", verbosity=0)
    office = Office("linxi-sfj", "临溪县司法局")
    equip(office)
    for which in (1, 2):
        for role in ("handler", "office_head", "publisher"):
            office.person(role, which)

    def plan(lives: Sequence[str], times: int) -> list[tuple[str, str]]:
        cases = [(life, begun(office, life)) for _ in range(times) for life in lives]
        return [(pair, number) for life, number in cases for pair in LIVES[life]]

    return plan(tuple(LIVES), rounds), plan(UNLOCKED, 1)


def act(kind: str, which: int, number: str) -> Callable[[], Any]:
    """One of the acts on what a page opened now would show."""
    from gongkai.statute.events import Event, Kind
    from gongkai.web.applications.actions.enter import enter
    from gongkai.web.applications.cases import state_of
    from gongkai.web.letters.actions.dispatch import dispatch
    from gongkai.web.letters.actions.issue import issue
    from gongkai.web.letters.actions.void import void
    from gongkai.web.letters.models import Letter
    from gongkai.web.organs.models import Organ
    from gongkai.web.people.actors import actor_for
    from gongkai.web.people.models import Person
    from gongkai.web.replies.actions import publish as library
    from gongkai.web.replies.actions.archive import archive
    from gongkai.web.replies.actions.correct import correct
    from gongkai.web.replies.actions.deliver import Told, deliver
    from gongkai.web.replies.actions.erase import erase
    from gongkai.web.replies.facts import application_of
    from gongkai.web.replies.models import Answer, CaseDraft, Correction
    from gongkai.web.review.drafts import KEY
    from gongkai.web.review.ledger import latest
    from tests.web.letters.bureau import PDF
    from tests.web.replies.actions.test_erase import AFTER
    from tests.web.replies.desk import LATER, NOON

    organ = Organ.objects.get(code="linxi-sfj")
    one = application_of(organ, number)
    assert one is not None
    role = {"erase": "office-head", "void": "office-head", "take back": "office-head"}.get(kind, "handler")
    role = "publisher" if kind in {"publish", "withdraw"} else role
    actor = actor_for(Person.objects.for_organ(organ).get(login=f"linxi-sfj.{role}{which + 1}"), LATER)
    position, rows = state_of(one, LATER).position, state_of(one, LATER).rows
    letters = Letter.objects.for_organ(organ).filter(subject=f"application/{number}")
    letter: Any = letters.order_by("drafted_at").first()
    source: Any = CaseDraft.objects.for_organ(organ).filter(application=one).first()
    answer = Answer.objects.for_organ(organ).filter(source=source).first() if source else None
    review = latest(organ.pk, KEY, str(source.draft_id)) if source else None
    seen = Correction.objects.for_organ(organ).filter(of=letter).count()
    told = Told("received", "in_person", LATER, file=("签收.pdf", PDF))
    left = next((row.position for row in rows if row.kind == "dispatched"), None)
    acts: dict[str, Callable[[], Any]] = {
        "archive": lambda: archive(actor, one, "short", AFTER),
        "erase": lambda: erase(actor, one, "档案鉴定销毁批准", AFTER),
        "correct": lambda: correct(actor, letter, "甲", "乙", on=LATER, seen=seen, now=AFTER),
        "deliver": lambda: deliver(actor, letter, told, NOON),
        "issue": lambda: issue(actor, letter, on=LATER, seen=letter.version, now=NOON),
        "dispatch": lambda: dispatch(actor, letter, "paper", on=LATER, seen=letter.version, now=NOON),
        "void": lambda: void(actor, letter, "写错", seen=letter.version, now=NOON),
        "end": lambda: enter(actor, one, Event(Kind.WITHDRAWN, LATER), position, NOON),
        "take back": lambda: enter(actor, one, Event(Kind.VOIDED, LATER, of=left), position, NOON),
        "publish": lambda: library.publish(actor, source, review.position if review else 0, NOON),
        "withdraw": lambda: library.withdraw(actor, answer, "过时", NOON),  # type: ignore[arg-type]
    }
    return acts[kind]


def outcome(doing: Callable[[], Any]) -> str:
    """How an act ended."""
    from django.db import DatabaseError

    from gongkai.values.errors import NotAllowed
    from gongkai.web.entries.row import Taken

    try:
        doing()
    except Taken:
        return "409"
    except NotAllowed:
        return "refused"
    except DatabaseError as error:
        return f"broken {error}"
    return "won"


def unlock() -> None:
    """Take the lock away in this process."""
    from django.db import connection
    from django.db.models import QuerySet

    connection.close()
    if connection.vendor == "sqlite":
        connection.settings_dict["OPTIONS"] |= {"transaction_mode": None, "timeout": 1}
    QuerySet.select_for_update = lambda self, *_, **__: self  # type: ignore[method-assign,assignment]


def waiting(which: int, both: Any, done: Any) -> Callable[..., Any]:
    """Around each statement of an act: at its first writing one both have looked; the first goes after the second."""
    from django.db import connection

    # A letter is there before its case is looked at a last time. SQLite has one lock: there the first write is the last.
    early = connection.ops.quote_name("letters_letter") if connection.vendor == "postgresql" else "never"
    passed: list[bool] = []

    def execute(go: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if not passed and sql.startswith(WRITES) and early not in sql:
            passed.append(True)
            both.wait(WAIT_SECONDS)
            if which == 0:
                done.wait(WAIT_SECONDS)
        return go(sql, params, many, context)

    return execute


def racer(which: int, plans: Sequence[Sequence[tuple[str, str]]], sync: Any, results: Any) -> None:
    """One of the two processes, through the races with the locks and then those without."""
    ready()
    start, both, done, further = sync
    with_locks, without = plans
    results.put((which, [raced(which, pair, number, start) for pair, number in with_locks]))
    further.wait()
    unlock()
    results.put((which, [raced(which, pair, number, start, (both, done)) for pair, number in without]))


def raced(which: int, pair: str, number: str, start: Any, control: Any = None) -> str:
    """Look at the page, at the barrier act together with the other, and wait for him."""
    from django.db import connection

    doing = act(pair.split("/")[which], which, number)
    start.wait(WAIT_SECONDS)
    if control is None:
        told = outcome(doing)
    else:
        with connection.execute_wrapper(waiting(which, *control)):
            told = outcome(doing)
        if which == 1:
            control[1].set()
    start.wait(WAIT_SECONDS)
    if control:
        control[1].clear()
    return told


class Racers:
    """Both processes; they are ended where one of them breaks down."""

    def __init__(self, *plans: Sequence[tuple[str, str]]) -> None:
        from django.db import connection

        connection.close()
        context = multiprocessing.get_context("spawn")
        self.further = context.Event()
        # Kept here: what nobody holds is gone before a process that starts has found it.
        self.sync = (context.Barrier(2), context.Barrier(2), context.Event(), self.further)
        self.results = context.Queue()
        self.both = [
            context.Process(target=racer, args=(which, plans, self.sync, self.results)) for which in (0, 1)
        ]
        for one in self.both:
            one.start()

    def told(self) -> list[tuple[str, str]]:
        """The outcomes of both for each race of the next plan."""
        found: dict[int, list[str]] = {}
        while len(found) < 2:
            try:
                which, told = self.results.get(timeout=1)
                found[which] = told
            except Empty:
                if any(one.exitcode for one in self.both):
                    for one in self.both:
                        one.terminate()
                    raise SystemExit("a racer broke down") from None
        return list(zip(found[0], found[1], strict=True))


def paired(plan: Sequence[tuple[str, str]], outcomes: Sequence[tuple[str, str]]) -> dict[str, dict[str, int]]:
    """How often each two outcomes came, by pair; of two like acts in order of the words."""
    out: dict[str, Counter[str]] = {}
    for (pair, _), both in zip(plan, outcomes, strict=True):
        first, second = pair.split("/")
        told = sorted(both) if first == second else both
        out.setdefault(pair, Counter())["+".join(told)] += 1
    return {pair: dict(count) for pair, count in out.items()}


def records() -> dict[str, tuple[int, int]]:
    """What each act left: rows, and lines of audit."""
    from gongkai.web.applications.models import ApplicationRow
    from gongkai.web.audit.models import AuditLine
    from gongkai.web.letters.models import Dispatch, Letter, LetterVoid
    from gongkai.web.replies.models import Answer, Archive, Correction, Delivery, Erasure

    rows = {
        "archive": (Archive._base_manager, "replies.archive"),
        "erase": (Erasure._base_manager, "replies.erase"),
        "correct": (Correction._base_manager, "replies.correct"),
        "deliver": (Delivery._base_manager, "replies.deliver"),
        "issue": (Letter._base_manager.exclude(issued_at=None), "letters.issue"),
        "dispatch": (Dispatch._base_manager, "letters.dispatch"),
        "void": (LetterVoid._base_manager, "letters.void"),
        "end": (ApplicationRow._base_manager.filter(kind="withdrawn"), "applications.withdrawn"),
        "publish": (Answer._base_manager, "replies.publish"),
        "withdraw": (Answer._base_manager.exclude(withdrawn_at=None), "replies.withdraw"),
    }
    return {
        name: (found.count(), AuditLine.objects.filter(act=line).count())
        for name, (found, line) in rows.items()
    }


def left_of_erased() -> list[str]:
    """The numbers of erased cases of which a letter still names the applicant, or has its files."""
    from gongkai.web.attachments.models import Attachment
    from gongkai.web.letters.files import subject_of
    from gongkai.web.letters.models import LetterVersion
    from gongkai.web.replies.models import Erasure
    from tests.web.applications.lives import NAME

    out = set()
    for number in Erasure._base_manager.values_list("application__number", flat=True):
        versions = LetterVersion._base_manager.filter(letter__subject=f"application/{number}")
        for one in versions.select_related("letter", "organ"):
            files = Attachment._base_manager.filter(subject=subject_of(one.letter), erased_at=None)
            if NAME in one.opened("facts") + one.opened("paper") or files.exists():
                out.add(number)
    return sorted(out)


def main(rounds: int) -> dict[str, Any]:
    """Set up, race, count; then the control."""
    ready()
    plan, control = set_up(rounds)
    from tests.security.breaking import unsound

    before = records()
    racers = Racers(plan, control)
    outcomes = racers.told()
    won = Counter(
        kind for (pair, _), both in zip(plan, outcomes, strict=True)
        for kind, told in zip(pair.split("/"), both, strict=True) if told == "won"
    )  # fmt: skip
    after = records()
    found: dict[str, Any] = {
        "pairs": paired(plan, outcomes),
        "miscounted": [
            name for name, (rows, lines) in after.items()
            if (rows - before[name][0], lines - before[name][1]) != (won[name], won[name])
        ],
        "unsound": unsound(),
        "left": left_of_erased(),
    }  # fmt: skip
    racers.further.set()
    found["control"] = paired(control, racers.told())
    found["control_left"] = left_of_erased()
    return found


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1])), ensure_ascii=False))
