"""How mail leaves, from one setting: ``file``, ``console``, or the address of a mail server."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from gongkai.web import environment as env

PORTS = {"smtp": 25, "smtp+tls": 587, "smtps": 465}
"""Plain, STARTTLS, TLS from the start; the usual port of each."""


@dataclass(frozen=True, slots=True)
class MailWay:
    """``way`` is file, console or smtp; the rest holds for smtp."""

    way: str
    host: str = ""
    port: int = 0
    user: str = ""
    password: str = ""
    starttls: bool = False
    tls: bool = False


def mail_way(name: str) -> MailWay:
    """The way that an environment variable names, ``file`` where it is empty; raises ``SettingError``."""
    value = env.text(name, "file")
    if value in {"file", "console"}:
        return MailWay(value)
    try:
        parts = urlsplit(value)
        host, port = parts.hostname, parts.port
    except ValueError:
        parts, host, port = urlsplit(""), None, None
    if parts.scheme not in PORTS or not host:
        raise env.SettingError(
            f"环境变量 {name} 的值无法识别。请填 file、console，"
            "或者 smtp://、smtp+tls://、smtps:// 开头的邮件服务器地址，例如 smtp+tls://用户:口令@mail.example:587。"
        )
    return MailWay(
        "smtp",
        host,
        port or PORTS[parts.scheme],
        unquote(parts.username or ""),
        unquote(parts.password or ""),
        parts.scheme == "smtp+tls",
        parts.scheme == "smtps",
    )
