"""Keys change while others read and write; the old ones go when nothing needs them."""

from __future__ import annotations

import os
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from gongkai.web.operating.rotating import NotFinished, finish, left_under_old_keys, rotate
from gongkai.web.people.models import Person
from gongkai.web.sealing.fields import indexes_of
from gongkai.web.sealing.keys import KeyFileError, read_ring
from tests.web.offices import Office
from tests.web.outside import PATIENCE, Installation, installed

BUILD = """
from django.utils import timezone
from gongkai.web.operating.founding import set_up
from gongkai.web.people.models import Person
organ, _ = set_up(timezone.now(), timezone.localdate(), {}, code="aa-sfj", name="示例局", kind="justice", level="county")
for n in range(450):
    one = Person(organ=organ, login=f"p{n}", name="甲", joined_on=timezone.localdate(), password="!")
    one.seal("phone", f"1380000{n:04d}")
    one.save(force_insert=True)
"""
READ = """
import json, time
from pathlib import Path
from gongkai.web.people.models import Person
from gongkai.web.sealing.fields import indexes_of
reads = rounds = 0
while not Path(STOP).exists() or not rounds:
    for one in Person.objects.select_related("organ").order_by("?")[:60]:
        n = int(one.login[1:])
        assert one.opened("phone") == f"1380000{n:04d}"
        assert Person.objects.filter(phone_index__in=indexes_of(f"1380000{n:04d}", "aa-sfj")).count() == 1
        if n % 9 == 0:
            one.seal("phone", f"1380000{n:04d}")
            one.save(update_fields=["phone", "phone_index"])
        reads += 1
    rounds += 1
print(json.dumps(reads))
"""


def rotated(here: Installation, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command."""
    return here.gongkai("keys", "rotate", *arguments)


@pytest.mark.slow
def test_while_others_read_and_write_everything_stays_open(tmp_path: Path) -> None:
    here = installed(tmp_path / "data")
    here.python(BUILD)
    stop = tmp_path / "stop"
    reader = here.start(READ.replace("STOP", repr(str(stop))), stdout=subprocess.PIPE)
    try:
        for more in ((), ("--sm4",)):
            first = rotated(here, *more)
            assert first.returncode == 0, first.stderr
            time.sleep(1)
            done = rotated(here, "--finish", "--wait", "1")
            assert done.returncode == 0, done.stderr
        assert reader.poll() is None, "the reader found something that did not open"
    finally:
        stop.touch()
    out, _ = reader.communicate(timeout=PATIENCE)
    assert (reader.returncode, int(out) > 0) == (0, True)
    ring = (here.data / "keys.toml").read_text(encoding="utf-8")
    assert "[key.k3]" in ring
    assert "SM4-GCM" in ring
    assert "[key.k1]" not in ring


@pytest.mark.django_db
def test_values_and_indexes_follow(office: Office, settings: Any) -> None:
    person, old = office.person("handler"), read_ring(settings.KEY_FILE).active
    before = Person.objects.get(pk=person.pk)
    assert rotate(settings.KEY_FILE, timezone.now()) >= 1
    after = Person.objects.get(pk=person.pk)
    assert after.phone.stored != before.phone.stored
    assert after.phone_index != before.phone_index
    assert after.opened("phone") == before.opened("phone")
    assert after.phone_index in indexes_of(after.opened("phone"), office.organ.code)
    assert left_under_old_keys(read_ring(settings.KEY_FILE)) == 0
    assert finish(settings.KEY_FILE, timezone.now(), 100, 60) == [old]
    assert Person.objects.get(pk=person.pk).opened("phone")
    Person.objects.filter(pk=person.pk).update(phone=before.phone)
    with pytest.raises(KeyFileError, match=old):
        Person.objects.get(pk=person.pk).opened("phone")


@pytest.mark.django_db
def test_old_keys_are_not_dropped_too_early(office: Office, settings: Any) -> None:
    with pytest.raises(NotFinished, match="没有旧密钥"):
        finish(settings.KEY_FILE, timezone.now(), 100, 60)
    rotate(settings.KEY_FILE, timezone.now())
    with pytest.raises(NotFinished, match="不到60秒"):
        finish(settings.KEY_FILE, timezone.now(), 59, 60)
    assert len(read_ring(settings.KEY_FILE).keys) == 2
    assert os.stat(settings.KEY_FILE).st_mode & 0o077 == 0
