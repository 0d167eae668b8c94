"""Typed readers of environment variables, so that a wrong value is told at start and not at the first
request.
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from gongkai.web.sealing.keys import KeyFileError, read_ring


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


def text(name: str, default: str = "") -> str:
    """The text of that variable, without blanks around it."""
    return os.environ.get(name, "").strip() or default


def folder(name: str, default: Path) -> Path:
    """An absolute path; a relative one counts from where the program was started."""
    return Path(text(name, str(default))).expanduser().absolute()


def choice(name: str, known: tuple[str, ...]) -> str:
    """One of the known values, the first by default; raises :class:`SettingError` for another."""
    value = text(name, known[0]).lower()
    if value not in known:
        raise SettingError(f"环境变量 {name} 的值“{value}”无法识别，请填{'、'.join(known)}之一。")
    return value


def figures(**names: tuple[str, int, int]) -> dict[str, int]:
    """The figures that this installation sets itself, by name: variable, least, most; those not set are left
    out.
    """
    set_here = {key: one for key, one in names.items() if text(one[0])}
    return {key: integer(name, 0, least, most) for key, (name, least, most) in set_here.items()}


def secret(name: str, key_file: Path) -> str:
    """The secret of that name, at least 32 characters; else the one of the key file.

    Before the key file is made nothing is signed that outlives an answer, so a random one is right until
    then. Raises
    :class:`SettingError` for a short secret.
    """
    value = os.environ.get(name, "")
    if value:
        if len(value) < 32:
            raise SettingError(f"环境变量 {name} 太短，请填不少于 32 个字符的随机字符串。")
        return value
    if not key_file.exists():
        return secrets.token_urlsafe(48)
    try:
        return read_ring(key_file).secret
    except KeyFileError as error:
        raise SettingError(str(error)) from error
