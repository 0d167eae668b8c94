"""Security check C05: whatever fails, and at whichever step, an act is done whole or not at all, and can be done again.

The acts here are those of every day. That no other is forgotten, the last test sees to: it runs the tests of all acts
with every write failing once (:mod:`tests.security.every_write`).
"""

from __future__ import annotations

import ast
import datetime as dt
import os
import re
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.db import OperationalError, transaction
from django.utils import timezone

from gongkai.statute.events import Channel, Event, Kind
from gongkai.web.applications.actions.enter import enter
from gongkai.web.applications.actions.file import Filing, file
from gongkai.web.applications.cases import state_of
from gongkai.web.applications.models import Application
from gongkai.web.attachments import store
from gongkai.web.attachments.actions.add import add
from gongkai.web.attachments.actions.erase import erase
from gongkai.web.attachments.models import Attachment
from gongkai.web.audit.recording import record, record_alone
from gongkai.web.jobs.schedule import periodic_jobs
from gongkai.web.jobs.tick import tick
from gongkai.web.letters.actions.issue import issue
from gongkai.web.notices.actions.sending import HELD_MINUTES, send_due
from gongkai.web.notices.carriers.mail_way import MailWay
from gongkai.web.notices.models import Outgoing
from gongkai.web.people.actions.hand_over import hand_over
from gongkai.web.review.actions.signing import sign
from gongkai.web.review.core.words import checks
from tests.security.breaking import breaking, tried, unsound
from tests.security.every_write import ACTS, ELSEWHERE
from tests.web.applications.lives import DAY, at, filed
from tests.web.letters.bureau import PDF, equip
from tests.web.notices.messages import NOON, reachable, told
from tests.web.offices import Office
from tests.web.outside import installed
from tests.web.replies.desk import LATER, applied, seen, signed, written
from tests.web.replies.desk import NOON as MIDDAY

ROOT = Path(__file__).resolve().parents[2]
Call = tuple[Any, ...]


def filing(office: Office) -> Call:
    """An application is filed by the window."""
    values = {"request": "临溪县2025年法律援助经费决算表", "name": "申请人子丑"}
    return file, office.actor("handler"), office.organ, Filing(
        Channel.IN_PERSON, DAY, "natural_person", values
    ), at(DAY)  # fmt: skip


def entering(office: Office) -> Call:
    """An event is entered."""
    one, _ = filed(office)
    event = Event(Kind.CORRECTION_NOTICE, DAY, until=DAY + dt.timedelta(20))
    return enter, office.actor("office_head"), one, event, state_of(one, DAY).position, at(DAY)


def issuing(office: Office) -> Call:
    """A letter gets its number, and its files."""
    letter = signed(office, written(office, applied(office)))
    return (
        lambda *given: issue(*given[:2], on=LATER, seen=letter.version, now=MIDDAY),
        office.actor("handler"),
        letter,
    )


def signing(office: Office) -> Call:
    """A step of a review is signed."""
    from gongkai.web.replies.actions.submit import send_to_review

    sent = send_to_review(office.actor("handler"), written(office, applied(office)), 0, MIDDAY)
    actor = office.actor("reviewer")
    return lambda: sign(actor, sent.id, seen(sent), MIDDAY, step=1, checks=checks(), opinion="同意"), ()


def uploading(office: Office) -> Call:
    """A file is taken."""
    return add, office.actor("office_head"), "organ/linxi-sfj", "通知.pdf", PDF, timezone.now()


def erasing(office: Office) -> Call:
    """A file is erased, with the reason."""
    one = add(office.actor("office_head"), "organ/linxi-sfj", "通知.pdf", PDF, timezone.now())
    return erase, office.actor("office_head"), one, "重复上传", timezone.now()


def handing_over(office: Office) -> Call:
    """Everything that somebody has open goes to another."""
    filed(office)
    giver, taker = office.person("handler"), office.person("handler", 2)
    actor = office.actor("system_administrator")
    on, last = DAY + dt.timedelta(30), DAY + dt.timedelta(29)
    return lambda: hand_over(actor, giver, taker, at(DAY), on=on, reason="调离", last_day=last), ()


def ticking(office: Office) -> Call:
    """A job that is due goes into the queue; each is one act."""
    return tick, timezone.now(), [periodic_jobs()["notices.send"]]


ACTS_OF_EVERY_DAY: dict[str, Callable[[Office], Call]] = {
    "filing": filing, "entering an event": entering, "issuing a letter": issuing, "signing a review": signing,
    "upload": uploading, "erasing": erasing, "handing over": handing_over, "queueing jobs": ticking,
}  # fmt: skip


@pytest.mark.parametrize("name", ACTS_OF_EVERY_DAY)
def test_whole_or_not_at_all(name: str, office: Office) -> None:
    equip(office)
    act, *given = ACTS_OF_EVERY_DAY[name](office)
    done = tried(act, *([] if given == [()] else given))
    assert len(done.broke) > 2
    assert done.went_on == ()
    assert unsound() == []


def test_the_number_of_a_filing_that_failed_is_given_to_the_next(office: Office) -> None:
    act, *given = filing(office)
    for expected in ("2026-0001", "2026-0002"):
        assert tried(act, *given).result[0].number == expected
    assert Application.objects.for_organ(office.organ).count() == 2


@pytest.mark.django_db(transaction=True)
def test_sending_goes_on_and_nobody_gets_a_message_twice(
    office: Office, settings: Any, tmp_path: Path
) -> None:
    """Each message is marked, sent and noted; whatever fails in between, it goes out later under its own id."""
    settings.DATA, settings.MAIL = tmp_path, MailWay("file")
    reach = broken = 0
    while not reach or broken:
        reach += 1
        moment = NOON + dt.timedelta(minutes=2 * (HELD_MINUTES + 1) * reach)
        told(
            office, [reachable(office, "handler"), reachable(office, "reviewer")], now=moment, key=str(reach)
        )
        # The worker's own record tells of what its task did not survive.
        with breaking(reach) as breaker, suppress(OperationalError):
            send_due(moment)
        broken = bool(breaker.broke)
        assert unsound() == []
        send_due(moment + dt.timedelta(minutes=HELD_MINUTES + 1))
        rows = Outgoing.objects.for_organ(office.organ)
        assert not rows.filter(sent_at=None).exists()
        mails = [path for path in (tmp_path / "outgoing" / "mail").iterdir() if path.suffix == ".eml"]
        assert sorted(path.stem for path in mails) == sorted(str(row.pk) for row in rows)
    assert reach > 5


BACKUP = """
import json, os
from pathlib import Path
from django.conf import settings
from django.utils import timezone
from gongkai.web.operating.backup import back_up
from tests.security.breaking import breaking, files, rows
from tests.web.offices import Office
Office("linxi-sfj", "临溪县司法局").person("handler")
folder = Path(os.environ["TARGET"])
before, reach, left = rows(), 0, []
while True:
    reach += 1
    with breaking(reach, (folder,)) as breaker:
        try:
            back_up(folder / "b.zip", timezone.now())
        except Exception as error:
            left += [path.name for path in folder.iterdir()]
    if not breaker.broke:
        break
    (folder / "b.zip").unlink(missing_ok=True)
print(json.dumps([reach, left, rows() == before, [path.name for path in folder.iterdir()]]))
"""


@pytest.mark.slow
def test_a_backup_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    folder.mkdir()
    reach, left, same, there = installed(tmp_path / "data", TARGET=str(folder)).python(BACKUP)
    assert reach > 2
    assert (left, same, there) == ([], True, ["b.zip"])


def careless_rows(office: Office) -> None:
    """Writes a row, and its line of audit in another transaction."""
    type(office.organ).objects.filter(pk=office.organ.pk).update(short_name="甲")
    record_alone(office.actor("office_head"), "test.careless", "x", timezone.now())


def careless_bytes(office: Office) -> None:
    """Leaves a file where the office looks for files, and then writes rows."""
    from django.conf import settings

    (settings.DATA / "careless.txt").write_bytes(b"x")
    with transaction.atomic():
        record(office.actor("office_head"), "test.careless", "x", timezone.now())


def careless_calm(office: Office) -> None:
    """Goes on after a failure, with a row whose bytes are not there."""
    name = "00/" + "0" * 32
    with suppress(OSError):
        store.store().save(name, ContentFile(b"x"))
    with transaction.atomic():
        Attachment.objects.create(
            organ=office.organ, subject="organ/linxi-sfj", name="甲.txt", kind="txt", media_type="text/plain",
            size=1, sha256="0" * 64, stored_as=name, added_by="x", added_at=timezone.now(),
        )  # fmt: skip
        record(office.actor("office_head"), "test.careless", "x", timezone.now())


@pytest.mark.parametrize("act", [careless_rows, careless_bytes, careless_calm])
def test_control_a_careless_act_is_caught(act: Callable[[Office], None], office: Office) -> None:
    office.person("office_head")
    with pytest.raises(AssertionError, match=r"leaves a trace|going on without"):
        tried(lambda: act(office))


def recording(path: Path) -> set[str]:
    """The public acts of a module that leave a line of audit themselves."""
    module = ".".join(path.relative_to(ROOT / "src" / "gongkai" / "web").with_suffix("").parts)
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {
        f"{module}.{one.name}"
        for one in tree.body
        if isinstance(one, ast.FunctionDef) and not one.name.startswith("_")
        and any(isinstance(n, ast.Call) and ast.unparse(n.func) == "record" for n in ast.walk(one))
    }  # fmt: skip


@pytest.mark.slow
def test_no_act_is_forgotten() -> None:
    """Every act that leaves a line of audit was tried, by the tests that it has anyway; none left a trace."""
    folders = sorted(str(path.relative_to(ROOT)) for path in ROOT.glob("tests/web/*/actions"))
    line = [
        sys.executable,
        "-m",
        "pytest",
        "-p",
        "tests.security.every_write",
        "-p",
        "no:cacheprovider",
        *folders,
    ]
    clean = {
        key: value for key, value in os.environ.items() if not key.startswith(("PYTEST_", "GONGKAI_DATA"))
    }
    clean |= {"PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    done = subprocess.run(line, cwd=ROOT, env=clean, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-6000:]
    said = re.search(r"^CHECK C05 .*: (.*)$", done.stdout, re.MULTILINE)
    assert said
    print(said[0])
    paths = (ROOT / "src" / "gongkai" / "web").glob("*/actions/*.py")
    known = set[str]().union(*map(recording, paths))
    assert len(known) > 50
    assert all(ACTS.fullmatch(f"gongkai.web.{name.rpartition('.')[0]}") for name in known)
    assert sorted(known - set(said[1].split()) - set(ELSEWHERE)) == []
