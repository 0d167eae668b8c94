"""Two processes that act on one review at the same moment, many rounds; run as a program with its own database.

``python -m tests.web.review.racers <pair> <rounds> <careful|naive>`` prints one JSON line: how often each pair of
outcomes came, how many decisions the records hold, and how many audit lines. ``GONGKAI_DATABASE`` says where.
"""

from __future__ import annotations

import datetime as dt
import json
import multiprocessing
import sys
from collections import Counter
from pathlib import Path
from typing import Any

DAY = dt.date(2026, 3, 2)
START = dt.datetime(2026, 3, 2, 1, 0, tzinfo=dt.UTC)
PAIRS = {
    "approve/approve": ("approve", "approve"),
    "approve/reject": ("approve", "reject"),
    "edit/approve": ("edit", "approve"),
    "publish/withdraw": ("publish", "withdraw"),
}


def ready() -> None:
    """Django in this process."""
    import os

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gongkai.web.settings")
    django.setup()


def people(organ: Any) -> dict[str, Any]:
    """One person for each role that the acts need, two reviewers."""
    from gongkai.web.people.models import Person, RoleGrant

    made = {}
    for login, role in {
        "author": "handler", "reviewer0": "reviewer", "reviewer1": "reviewer", "head": "office_head",
        "boss": "leader", "keeper": "secrecy_reviewer", "publisher": "publisher",
    }.items():  # fmt: skip
        person = Person(organ=organ, login=f"race-{login}", name=login, joined_on=DAY)
        person.set_unusable_password()
        person.save(force_insert=True)
        RoleGrant(organ=organ, person=person, role=role, since=DAY, given_by="test").save(force_insert=True)
        made[login] = person
    return made


def set_up(pair: str, rounds: int) -> list[tuple[str, str]]:
    """A fresh database with so many submitted reviews (for publishing: fully signed); the ids of review and draft."""
    from django.conf import settings
    from django.core.management import call_command

    from gongkai.web.organs.actions.found import found
    from gongkai.web.people.actors import actor_for
    from gongkai.web.review.actions.doing import Seen
    from gongkai.web.review.actions.drafts import begin_draft
    from gongkai.web.review.actions.signing import sign, sign_secrecy
    from gongkai.web.review.actions.submitting import submit
    from gongkai.web.review.core.words import checks
    from gongkai.web.sealing.keys import ensure_ring

    ensure_ring(Path(settings.KEY_FILE))
    call_command("migrate", verbosity=0)
    organ = found(START, DAY, code="linxi", name="临溪县司法局", kind="justice", level="county")
    actors = {login: actor_for(one, DAY) for login, one in people(organ).items()}
    out = []
    for number in range(rounds):
        draft = begin_draft(
            actors["author"],
            START,
            title=f"公告{number}",
            body="第一段。",
            origin="own",
            attribute="active",
            personal="no",
        )
        file = submit(actors["author"], "draft", str(draft.pk), START)
        if pair == "publish/withdraw":
            for step, who in enumerate(("reviewer0", "head", "boss"), 1):
                seen = Seen(file.position, file.review.hash)
                file = sign(actors[who], file.id, seen, START, step=step, checks=checks())
            seen = Seen(file.position, file.review.hash)
            file = sign_secrecy(actors["keeper"], file.id, seen, START, conclusion="disclose")
        out.append((str(file.id), str(draft.pk)))
    return out


def act(kind: str, which: int, review_id: str, draft_id: str, seen: Any) -> None:
    """Do one of the acts, as the page would."""
    from uuid import UUID

    from gongkai.web.people.actors import actor_for
    from gongkai.web.people.models import Person
    from gongkai.web.review.actions.drafts import save_draft
    from gongkai.web.review.actions.releasing import release
    from gongkai.web.review.actions.signing import send_back, sign
    from gongkai.web.review.actions.submitting import withdraw
    from gongkai.web.review.core.words import checks
    from gongkai.web.review.models import Draft

    who = {"edit": "author", "withdraw": "author", "publish": "publisher"}.get(kind, f"reviewer{which}")
    actor = actor_for(Person.objects.to_sign_in(f"race-{who}"), DAY)
    one = UUID(review_id)
    if kind == "approve":
        sign(actor, one, seen, START, step=1, checks=checks())
    elif kind == "reject":
        send_back(actor, one, seen, START, task=1, reason="有错字")
    elif kind == "edit":
        draft = Draft.objects.for_organ(actor.organ_id).get(pk=draft_id)
        save_draft(actor, draft, 1, START, seen.position, body="第一段改过。")
    elif kind == "publish":
        release(actor, one, seen, START, where="政府网站")
    else:
        withdraw(actor, one, seen, START)


def naive(barrier: Any) -> None:
    """Take the lock away: look first, then write at whatever position is free by then."""
    from gongkai.web.entries.row import last_position
    from gongkai.web.review import ledger
    from gongkai.web.review.models import ReviewEntry

    def append(model: Any, after: int, **values: Any) -> Any:
        last = last_position(ReviewEntry, values["organ_id"], values["subject"])
        return model.objects.create(position=last + 1, **values)

    ledger.append = append  # type: ignore[attr-defined]


def racer(  # noqa: PLR0917
    kind: str, which: int, rounds: list[tuple[str, str]], barrier: Any, results: Any, careful: bool
) -> None:
    """One of the two processes: at each barrier, look at the page, then act together with the other."""
    ready()
    from django.core.exceptions import ValidationError
    from django.db import DatabaseError, transaction

    from gongkai.web.entries.row import Taken
    from gongkai.web.organs.models import Organ
    from gongkai.web.review.actions import doing
    from gongkai.web.review.actions.doing import Seen
    from gongkai.web.review.ledger import file_of

    organ = Organ.objects.get(code="linxi")
    if not careful:
        naive(barrier)
    outcomes = []
    from uuid import UUID

    for review_id, draft_id in rounds:
        file = file_of(organ.pk, UUID(review_id))
        assert file is not None
        seen = Seen(file.position, file.review.hash)
        if not careful:
            # What the page showed is taken for what holds: the check sees the state before both acts.
            doing.file_of = lambda *_, shown=file: shown  # type: ignore[attr-defined]
        barrier.wait()
        try:
            with transaction.atomic():
                act(kind, which, review_id, draft_id, seen)
            outcomes.append("won")
        except Taken:
            outcomes.append("409")
        except DatabaseError as error:
            outcomes.append(f"broken {error}")
        except ValidationError as error:
            outcomes.append(f"refused {error}")
        barrier.wait()
    results.put((which, outcomes))


def main(pair: str, rounds: int, careful: bool) -> dict[str, Any]:
    """Set up, race, count."""
    ready()
    reviews = set_up(pair, rounds)
    from django.db import connection

    if not careful:
        from gongkai.web.review.models import ReviewEntry

        (position,) = ReviewEntry._meta.constraints
        with connection.schema_editor() as editor:
            editor.remove_constraint(ReviewEntry, position)
    connection.close()
    context = multiprocessing.get_context("spawn")
    barrier, results = context.Barrier(2), context.Queue()
    racers = [
        context.Process(target=racer, args=(kind, which, reviews, barrier, results, careful))
        for which, kind in enumerate(PAIRS[pair])
    ]
    for one in racers:
        one.start()
    outcomes = dict(results.get(timeout=300) for _ in racers)
    for one in racers:
        one.join()
    return counted(pair, reviews, outcomes)


def counted(pair: str, reviews: list[tuple[str, str]], outcomes: dict[int, list[str]]) -> dict[str, Any]:
    """What came out: pairs of outcomes, acts recorded a review, audit lines, acts that do not count."""
    from uuid import UUID

    from gongkai.web.audit.models import AuditLine
    from gongkai.web.organs.models import Organ
    from gongkai.web.review.ledger import file_of
    from gongkai.web.review.models import ReviewState

    organ = Organ.objects.get(code="linxi")
    files = [file_of(organ.pk, UUID(review_id)) for review_id, _ in reviews]
    before = 5 if pair == "publish/withdraw" else 1
    lines = Counter(AuditLine.objects.filter(act__startswith="review.").values_list("subject", flat=True))
    states = {str(s.pk): s.position for s in ReviewState.objects.for_organ(organ)}
    return {
        "pairs": Counter("+".join(sorted(pair)) for pair in zip(outcomes[0], outcomes[1], strict=True)),
        "decisions": Counter(len(f.acts) - before for f in files if f),
        "audited": sum(
            lines[review_id] == len(f.acts) for (review_id, _), f in zip(reviews, files, strict=True) if f
        ),
        "projected": sum(
            states[review_id] == len(f.acts) for (review_id, _), f in zip(reviews, files, strict=True) if f
        ),
        "first": dict(Counter(outcomes[0])),
    }


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1], int(sys.argv[2]), sys.argv[3] == "careful")))
