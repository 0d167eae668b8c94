"""Fonts: free ones by default and told so; the office's own where a folder is named."""

from __future__ import annotations

import shutil
from pathlib import Path

import pylopdf_fonts_zh_cn as free
import pytest

from gongkai.press.fonts import NAMED, faces
from gongkai.values.errors import Refused


def test_every_role_has_a_font_and_says_what_it_stands_in_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GONGKAI_FONTS", raising=False)
    chosen = faces()
    assert set(chosen.chains) == set(NAMED)
    assert all(chosen.chains.values())
    assert all(f"代{name}" in chosen.record() for name in NAMED.values())


def test_a_font_of_the_office_is_taken_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    # The same outlines under the name that Windows gives 黑体, the name record patched in place.
    data = free.sans_path().read_bytes()
    old, new = "Noto Sans SC".encode("utf-16-be"), "SimHei      ".encode("utf-16-be")
    assert data.count(old)
    (tmp_path / "simhei.otf").write_bytes(data.replace(old, new))
    shutil.copy(free.serif_path(), tmp_path)
    monkeypatch.setenv("GONGKAI_FONTS", str(tmp_path))
    assert any(name.startswith("SimHei") for name in faces().found.families())


def test_a_folder_that_is_not_there_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GONGKAI_FONTS", str(tmp_path / "none"))
    with pytest.raises(Refused) as refused:
        faces()
    assert refused.value.code == "no_fonts"
