"""Changing the keys while the site serves.

First the new key stands on the ring beside the old ones: every process reads the file anew and seals with the
new key from then on, and opens with either. Then what is sealed is taken over in batches. Only when nothing
is left under an old key, and no page that began before is still at work, are the old keys dropped.

Old backups need the old key file; whoever drops keys keeps it with them.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from django.db import transaction

from gongkai.web.audit.recording import record
from gongkai.web.rights.actor import system
from gongkai.web.sealing.cipher import key_of
from gongkai.web.sealing.fields import Sealed, cipher_index, sealed_models, take_to_active_key
from gongkai.web.sealing.keys import Keyring, read_ring, with_new_key, without_old_keys, write_ring

ROUNDS = 20
"""So often is everything looked through; each round takes what was written under an old key meanwhile."""
OPERATOR = system("system")


class NotFinished(Exception):
    """The old keys are still needed; the sentence says why."""


def left_under_old_keys(ring: Keyring) -> int:
    """How many values are sealed, or indexed, with a key that is not in use any more."""
    count = 0
    for model, fields in sealed_models():
        for field in fields:
            names = [field.name, *([field.index] if field.index else [])]
            for row in model._base_manager.values_list(*names).iterator(chunk_size=2000):
                sealed, index = row[0], row[1] if field.index else ""
                old = isinstance(sealed, Sealed) and len(sealed) and key_of(sealed.stored) != ring.active
                count += bool(old or (index and cipher_index(index) != ring.index))
    return count


def rotate(key_file: Path, now: dt.datetime, algorithm: str = "AES-GCM") -> int:
    """Put a new key into use and take everything sealed to it; the number of rows changed. Raises
    ``KeyFileError``.
    """
    ring = with_new_key(read_ring(key_file), algorithm)
    write_ring(key_file, ring)
    with transaction.atomic():
        record(OPERATOR, "keys.rotate", ring.active, now, algorithm=algorithm)
    return take_all(ring)


def take_all(ring: Keyring) -> int:
    """Take everything sealed to the keys in use, round by round; the number of rows changed."""
    changed = 0
    for _ in range(ROUNDS):
        changed += sum(take_to_active_key(model, fields) for model, fields in sealed_models())
        if not left_under_old_keys(ring):
            break
    return changed


def finish(key_file: Path, now: dt.datetime, seconds_since: float, wait: float) -> list[str]:
    """Drop the old keys; their ids.

    ``seconds_since`` is the age of the key file; before ``wait`` a page may still be sealing with an old key.
    Raises :class:`NotFinished` while they are needed, ``KeyFileError``.
    """
    ring = read_ring(key_file)
    old = sorted(set(ring.keys) - {ring.active})
    if not old:
        raise NotFinished("没有旧密钥可以删除。")
    if seconds_since < wait:
        raise NotFinished(f"换上新密钥还不到{wait:.0f}秒，可能有页面正在使用旧密钥。请稍后再试。")
    take_all(ring)
    if count := left_under_old_keys(ring):
        raise NotFinished(f"还有{count}处内容用旧密钥加密。请再运行一次 gongkai keys rotate --finish。")
    with transaction.atomic():
        record(OPERATOR, "keys.finish", ring.active, now, dropped=old)
    write_ring(key_file, without_old_keys(ring))
    return old
