"""Sealing a text, and finding equal ones without opening them.

A sealed value names its algorithm and key: ``AES-GCM$k1$…``. What is bound in beside it (table, field, row)
must be
given again to open it, so that a value copied to another row or field does not open. A blind index is an
HMAC of the
normalised text under a key of its own and of the organ: equal texts of one organ can be found, nothing else.

Source: design decision 4; GB/T 32905 (SM3), GB/T 32907 (SM4); NIST SP 800-38D.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
import unicodedata

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from gongkai.web.sealing.keys import ALGORITHMS, Key, Keyring

NONCE = 12
TAG = 16
MARK = "$"


class CannotOpen(Exception):
    """A sealed value does not open: it was changed, or belongs to another row or field."""


def _encrypt(key: Key, nonce: bytes, data: bytes, context: bytes) -> bytes:
    if key.algorithm == "AES-GCM":
        return AESGCM(key.value).encrypt(nonce, data, context)
    one = Cipher(algorithms.SM4(key.value), modes.GCM(nonce)).encryptor()
    one.authenticate_additional_data(context)
    return one.update(data) + one.finalize() + one.tag


def _decrypt(key: Key, nonce: bytes, data: bytes, context: bytes) -> bytes:
    if key.algorithm == "AES-GCM":
        return AESGCM(key.value).decrypt(nonce, data, context)
    one = Cipher(algorithms.SM4(key.value), modes.GCM(nonce, data[-TAG:])).decryptor()
    one.authenticate_additional_data(context)
    return one.update(data[:-TAG]) + one.finalize()


def seal(ring: Keyring, text: str, context: str) -> str:
    """The text sealed with the active key, bound to ``context``."""
    key = ring.key(ring.active)
    nonce = os.urandom(NONCE)
    body = nonce + _encrypt(key, nonce, text.encode(), context.encode())
    return MARK.join((key.algorithm, key.id, base64.b64encode(body).decode()))


def unseal(ring: Keyring, value: str, context: str) -> str:
    """The text of a sealed value; raises :class:`CannotOpen` or, for a key not on the ring,
    ``KeyFileError``.
    """
    try:
        algorithm, id, body = value.split(MARK)
        data = base64.b64decode(body, validate=True)
    except ValueError:
        raise CannotOpen("加密内容的格式不对，可能已被改动。请核对备份。") from None
    key = ring.key(id)
    if algorithm != key.algorithm:
        raise CannotOpen("加密内容注明的算法与密钥不符，可能已被改动。请核对备份。")
    try:
        return _decrypt(key, data[:NONCE], data[NONCE:], context.encode()).decode()
    except (InvalidTag, ValueError):
        raise CannotOpen("加密内容无法打开：可能已被改动，或者不属于这一条记录。请核对备份。") from None


def key_for_file(ring: Keyring) -> str:
    """A fresh key for the bytes of one file, a text to be sealed in its row: with the row goes the file."""
    algorithm = ring.key(ring.active).algorithm
    return MARK.join((algorithm, base64.b64encode(os.urandom(ALGORITHMS[algorithm])).decode()))


def _file_key(text: str) -> Key:
    algorithm, _, value = text.partition(MARK)
    return Key("", algorithm, base64.b64decode(value, validate=True))


def seal_file(key: str, data: bytes, context: str) -> bytes:
    """The bytes of a file sealed with a key of :func:`key_for_file`, bound to ``context``."""
    nonce = os.urandom(NONCE)
    return nonce + _encrypt(_file_key(key), nonce, data, context.encode())


def unseal_file(key: str, body: bytes, context: str) -> bytes:
    """The bytes of a sealed file; raises :class:`CannotOpen` where it was changed or belongs elsewhere."""
    try:
        return _decrypt(_file_key(key), body[:NONCE], body[NONCE:], context.encode())
    except (InvalidTag, ValueError):
        raise CannotOpen("加密的文件无法打开：可能已被改动，或者不属于这一条记录。请核对备份。") from None


def key_of(value: str) -> str:
    """The id of the key that a value is sealed with."""
    return value.split(MARK, 2)[1]


def normalised(text: str) -> str:
    """The form in which two texts count as equal: half-width, no blanks, hyphens or case.

    >>> normalised(" １３８-0000 0000x ")
    '13800000000X'
    """
    plain = unicodedata.normalize("NFKC", text).upper()
    bare = "".join(c for c in plain if not c.isspace() and c not in "-－—")
    return unicodedata.normalize("NFKC", bare)


def _index(ring: Keyring, id: str, text: str, organ: str) -> str:
    own = hmac.new(ring.index_keys[id], organ.encode(), hashlib.sha256).digest()
    return f"{id}{MARK}{hmac.new(own, normalised(text).encode(), hashlib.sha256).hexdigest()}"


def blind_index(ring: Keyring, text: str, organ: str) -> str:
    """What stands beside a sealed value of that organ so that an equal one can be found."""
    return _index(ring, ring.index, text, organ)


def blind_indexes(ring: Keyring, text: str, organ: str) -> list[str]:
    """The index under every key on the ring: what to look for while keys are being changed."""
    return [_index(ring, id, text, organ) for id in ring.index_keys]
