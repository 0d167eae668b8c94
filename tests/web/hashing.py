"""Argon2 with the least work, so that tests which sign in do not wait; the real one has its own test."""

from __future__ import annotations

from django.contrib.auth.hashers import Argon2PasswordHasher


class Quick(Argon2PasswordHasher):
    """Argon2 all the same, with one pass over little memory."""

    time_cost = 1
    memory_cost = 64
    parallelism = 1
