"""The keyring: a file outside the database with the keys for sealing, for blind indexes and for signing.

Keys have an id, so that old values can be read while a new key is already in use. The file is made once,
can be
read by its owner alone, and is looked at again when it changes, so that keys rotate while the site serves.

::

    secret = "…"                      # signs sessions and forms
    active = "k1"                     # the key that new values are sealed with
    index = "i1"                      # the key of new blind indexes
    [key.k1]
    algorithm = "AES-GCM"             # or SM4-GCM (GB/T 32907)
    value = "…"                       # base64
    [index_key.i1]
    value = "…"
"""

from __future__ import annotations

import base64
import os
import secrets
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

ALGORITHMS = {"AES-GCM": 32, "SM4-GCM": 16}
"""Algorithms that values can be sealed with, and the length of their keys in bytes."""
INDEX_BYTES = 32


class KeyFileError(Exception):
    """The key file is missing, open to others or damaged; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Key:
    """A key for sealing: its id, its algorithm (of :data:`ALGORITHMS`), its bytes."""

    id: str
    algorithm: str
    value: bytes


@dataclass(frozen=True, slots=True)
class Keyring:
    """All keys of this installation, with the ids of those in use for new values."""

    secret: str
    active: str
    index: str
    keys: dict[str, Key]
    index_keys: dict[str, bytes]

    def key(self, id: str) -> Key:
        """The key of that id; raises :class:`KeyFileError` where it is not on the ring."""
        try:
            return self.keys[id]
        except KeyError:
            message = (
                f"密钥文件里没有编号为“{id}”的密钥，用它加密的内容无法读取。请放回包含该密钥的密钥文件。"
            )
            raise KeyFileError(message) from None


def new_ring(algorithm: str = "AES-GCM") -> Keyring:
    """A ring with one fresh key of each sort."""
    key = Key("k1", algorithm, secrets.token_bytes(ALGORITHMS[algorithm]))
    return Keyring(
        secrets.token_urlsafe(48), "k1", "i1", {"k1": key}, {"i1": secrets.token_bytes(INDEX_BYTES)}
    )


def with_new_key(ring: Keyring, algorithm: str = "AES-GCM") -> Keyring:
    """The ring with one more key for sealing and one more for indexes, both from now on in use."""
    number = 1 + max(int(id[1:]) for id in ring.keys)
    key = Key(f"k{number}", algorithm, secrets.token_bytes(ALGORITHMS[algorithm]))
    index = f"i{number}"
    return Keyring(
        ring.secret,
        key.id,
        index,
        ring.keys | {key.id: key},
        ring.index_keys | {index: secrets.token_bytes(INDEX_BYTES)},
    )


def without_old_keys(ring: Keyring) -> Keyring:
    """The ring with the keys in use alone, once nothing is sealed with the others any more."""
    return Keyring(
        ring.secret,
        ring.active,
        ring.index,
        {ring.active: ring.keys[ring.active]},
        {ring.index: ring.index_keys[ring.index]},
    )


def _text(ring: Keyring) -> str:
    lines = [f'secret = "{ring.secret}"', f'active = "{ring.active}"', f'index = "{ring.index}"']
    for key in ring.keys.values():
        value = base64.b64encode(key.value).decode()
        lines += ["", f"[key.{key.id}]", f'algorithm = "{key.algorithm}"', f'value = "{value}"']
    for id, index_key in ring.index_keys.items():
        lines += ["", f"[index_key.{id}]", f'value = "{base64.b64encode(index_key).decode()}"']
    return "\n".join(lines) + "\n"


def write_ring(path: Path, ring: Keyring) -> None:
    """Write the key file in one step, readable by its owner alone."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(_text(ring))
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)


def ensure_ring(path: Path) -> bool:
    """Make the key file where there is none; True where it was made."""
    if path.exists():
        return False
    write_ring(path, new_ring())
    return True


@lru_cache(maxsize=4)
def _read(path: Path, stamp: tuple[int, int]) -> Keyring:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        keys = {
            id: Key(id, one["algorithm"], base64.b64decode(one["value"], validate=True))
            for id, one in data["key"].items()
        }
        index_keys = {
            id: base64.b64decode(one["value"], validate=True) for id, one in data["index_key"].items()
        }
        ring = Keyring(data["secret"], data["active"], data["index"], keys, index_keys)
        sound = ring.active in keys and ring.index in index_keys and len(ring.secret) >= 32
        sound = sound and all(len(k.value) == ALGORITHMS[k.algorithm] for k in keys.values())
    except (tomllib.TOMLDecodeError, KeyError, TypeError, AttributeError, ValueError):
        sound = False
    if not sound:
        raise KeyFileError(f"密钥文件“{path}”已损坏，无法使用。请从备份中恢复原来的密钥文件，不要新建。")
    return ring


def read_ring(path: Path) -> Keyring:
    """The ring in that file, as it is now.

    Raises :class:`KeyFileError` where the file is missing, damaged, or can be read by other accounts.
    """
    try:
        stat = path.stat()
    except OSError:
        message = f"没有找到密钥文件“{path}”。首次使用请运行 gongkai serve；已经用过的，请恢复原文件。"
        raise KeyFileError(message) from None
    if os.name == "posix" and stat.st_mode & 0o077:
        raise KeyFileError(f"密钥文件“{path}”其他账号也能读取，不安全。请运行 chmod 600 后再启动。")
    return _read(path, (stat.st_mtime_ns, stat.st_size))
