"""The query code that a citizen gets: 78 bits by chance, written so that it can be read aloud; kept as a
hash alone.

Source: security check C14 (at least 64 bits, no guessing); letters without 0, 1, I, L, O, U (Crockford's
base 32).
"""

from __future__ import annotations

import hashlib
import hmac
import secrets

from django.conf import settings

LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
GROUPS, GROUP = 4, 4
"""Sixteen letters of thirty: 78 bits."""


def new_code() -> str:
    """A fresh code, in four groups of four."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(GROUP)) for _ in range(GROUPS))


def code_hash(code: str) -> str:
    """What is kept of a code: equal for every way of writing it; empty for what cannot be one."""
    bare = "".join(c for c in code.upper() if c.isalnum())
    if len(bare) != GROUPS * GROUP or set(bare) - set(LETTERS):
        return ""
    return hmac.new(settings.SECRET_KEY.encode(), bare.encode(), hashlib.sha256).hexdigest()
