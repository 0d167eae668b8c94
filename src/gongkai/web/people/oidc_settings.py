"""The single sign-on of the place (OpenID Connect), as its file tells of it; off where there is no file.

::

    name = "市统一身份认证平台"          # on the button
    issuer = "https://sso.example.gov.cn"
    authorization = "https://sso.example.gov.cn/authorize"
    token = "https://sso.example.gov.cn/token"
    keys = "https://sso.example.gov.cn/jwks"
    client = "gongkai"
    secret = "…"
    claim = "preferred_username"        # its value is the login name here

Source: OpenID Connect Core 1.0 §3.1.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured


@dataclass(frozen=True, slots=True)
class SingleSignOn:
    """Where the provider is, who we are to it, and which claim names the person here."""

    name: str
    issuer: str
    authorization: str
    token: str
    keys: str
    client: str
    secret: str
    claim: str


@lru_cache(maxsize=4)
def _read(path: str) -> SingleSignOn:
    try:
        return SingleSignOn(**tomllib.loads(Path(path).read_text(encoding="utf-8")))
    except (OSError, tomllib.TOMLDecodeError, TypeError):
        said = f"统一身份认证的设置文件“{path}”无法读取，或者缺少项目，请对照使用手册“登录与安全”核对。"
        raise ImproperlyConfigured(said) from None


def single_sign_on() -> SingleSignOn | None:
    """What the file says; None where the setting names none. Raises ``ImproperlyConfigured`` for a file with
    faults.
    """
    return _read(settings.OIDC) if settings.OIDC else None
