"""The file that tells of the single sign-on: read once, refused with what to do where something is missing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

from gongkai.web.people.oidc_settings import SingleSignOn, single_sign_on

KEYS = ("name", "issuer", "authorization", "token", "keys", "client", "secret", "claim")


def test_a_whole_file(tmp_path: Path, settings: Any) -> None:
    file = tmp_path / "oidc.toml"
    file.write_text("\n".join(f'{key} = "{key}"' for key in KEYS), encoding="utf-8")
    settings.OIDC = str(file)
    assert single_sign_on() == SingleSignOn(*KEYS)


@pytest.mark.parametrize(
    "text", ["", 'name = "x"', "name = ", "\n".join(f'{key} = "x"' for key in (*KEYS, "more"))]
)
def test_a_file_with_faults(tmp_path: Path, settings: Any, text: str) -> None:
    file = tmp_path / "oidc.toml"
    file.write_text(text, encoding="utf-8")
    settings.OIDC = str(file)
    with pytest.raises(ImproperlyConfigured, match="登录与安全"):
        single_sign_on()


def test_no_file(tmp_path: Path, settings: Any) -> None:
    settings.OIDC = str(tmp_path / "none.toml")
    with pytest.raises(ImproperlyConfigured):
        single_sign_on()
    settings.OIDC = ""
    assert single_sign_on() is None
