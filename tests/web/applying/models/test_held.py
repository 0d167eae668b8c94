"""What is held is sealed in its row, goes to a new key with it, and cannot be opened without it."""

from __future__ import annotations

from typing import Any

from gongkai.web.applying.models import HeldFile
from gongkai.web.attachments import store
from gongkai.web.sealing.cipher import key_of, unseal_file
from gongkai.web.sealing.fields import ring, sealed_models, take_to_active_key
from gongkai.web.sealing.keys import read_ring, with_new_key, write_ring
from tests.web.applications.lives import DAY, at
from tests.web.applying.citizens import PNG, held_for
from tests.web.offices import Office


def opened(row: HeldFile) -> bytes:
    return unseal_file(row.told["key"], store.read(row.stored_as, row.sha256), row.context)


def test_opens_after_the_keys_were_changed(office: Office, settings: Any, tmp_path: Any) -> None:
    held_for(office, ("身份证明.png", PNG), now=at(DAY))
    row = HeldFile.objects.for_organ(office.organ).get()
    assert opened(row) == PNG
    assert row.seal_scope() == office.organ.code
    assert "身份" not in f"{row.about}"
    old = read_ring(settings.KEY_FILE)
    settings.KEY_FILE = tmp_path / "keys.toml"
    write_ring(settings.KEY_FILE, with_new_key(old))
    fields = dict(sealed_models())[HeldFile]
    assert take_to_active_key(HeldFile, fields) == 1
    row = HeldFile.objects.for_organ(office.organ).get()
    assert key_of(row.about.stored) == ring().active != old.active
    assert opened(row) == PNG


def test_let_go_with_the_transaction(office: Office, django_capture_on_commit_callbacks: Any) -> None:
    held_for(office, ("a.png", PNG), now=at(DAY))
    row = HeldFile.objects.for_organ(office.organ).get()
    place = row.stored_as
    with django_capture_on_commit_callbacks() as waiting:
        row.let_go()
    assert place in set(store.names()), "a row that comes back has its bytes"
    for act in waiting:
        act()
    assert place not in set(store.names())
