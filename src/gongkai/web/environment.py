"""Typed readers of environment variables, so that a wrong value is told at start and not at the first
request.
"""

from __future__ import annotations

import os
import secrets


class SettingError(Exception):
    """An environment variable holds a value that cannot be used; the message is for the person who
    starts us.
    """


def boolean(name: str, default: bool) -> bool:
    """``1 true yes on`` or ``0 false no off``; raises :class:`SettingError` for anything else."""
    text = os.environ.get(name, "").strip().lower()
    if not text:
        return default
    if text in {"1", "true", "yes", "on"}:
        return True
    if text in {"0", "false", "no", "off"}:
        return False
    raise SettingError(f"环境变量 {name} 的值“{text}”无法识别，请填 1 或 0。")


def integer(name: str, default: int, least: int, most: int) -> int:
    """A whole number between ``least`` and ``most``; raises :class:`SettingError` outside of them."""
    text = os.environ.get(name, "").strip()
    if not text:
        return default
    if not text.isascii() or not text.isdigit() or not least <= int(text) <= most:
        raise SettingError(f"环境变量 {name} 的值“{text}”无法使用，请填 {least} 到 {most} 之间的整数。")
    return int(text)


def words(name: str, default: tuple[str, ...]) -> list[str]:
    """A list separated by commas."""
    text = os.environ.get(name, "")
    return [w.strip() for w in text.split(",") if w.strip()] or list(default)


def secret(name: str) -> str:
    """The secret of that name, at least 32 characters; without one, a random secret for this process.

    Nothing that this server signs outlives an answer or is read by another process, so a random one is right
    until something is. Raises :class:`SettingError` for a short secret.
    """
    text = os.environ.get(name, "")
    if not text:
        return secrets.token_urlsafe(48)
    if len(text) < 32:
        raise SettingError(f"环境变量 {name} 太短，请填不少于 32 个字符的随机字符串。")
    return text
