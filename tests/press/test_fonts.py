"""Fonts: free ones by default and told so; the office's own where a folder is named; what is told is set."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest

from gongkai.press import fonts
from gongkai.press.fonts import NAMED, PLACES, faces
from gongkai.press.typesetting import typeset
from gongkai.values.errors import Refused
from tests.press.fonts import renamed

TEMPLATE = """
#let told = json(bytes(sys.inputs.told))
#set document(title: "字", description: told.fonts, date: datetime(year: 2026, month: 3, day: 2))
#set text(lang: "zh", region: "cn", fallback: false)
#text(font: told.faces.at("%s"), weight: "regular", told.text)
"""


@pytest.fixture(autouse=True)
def only_what_comes_along(monkeypatch: pytest.MonkeyPatch) -> None:
    """No folder of an office, and none of the system's packages."""
    monkeypatch.delenv("GONGKAI_FONTS", raising=False)
    monkeypatch.setattr(fonts, "PLACES", ())


def embedded(role: str, text: str = "公开 2026") -> set[str]:
    """The names of the fonts in a PDF with that text in that role, without the mark of a subset."""
    data = typeset((TEMPLATE % role).encode(), {"text": text}, "文书")
    with pikepdf.open(io.BytesIO(data)) as file:
        held = [one for one in file.objects if isinstance(one, pikepdf.Dictionary)]
        names = [str(one.FontName) for one in held if one.get("/Type") == "/FontDescriptor"]
    return {name.partition("+")[2] for name in names}


def test_every_role_has_a_font_and_says_what_it_stands_in_for() -> None:
    chosen = faces()
    assert set(chosen.chains) == set(NAMED)
    assert all(f"代{name}" in chosen.record() for name in NAMED.values())
    assert {role: embedded(role) for role in ("body", "black")} == {
        "body": {"NotoSerifSC-Regular"},
        "black": {"NotoSansSC-Regular"},
    }


@pytest.mark.parametrize(
    ("role", "family"), [("black", "SimHei"), ("body", "FangSong"), ("kai", "KaiTi"), ("song", "SimSun")]
)
def test_a_font_of_the_office_is_set_and_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, role: str, family: str
) -> None:
    (tmp_path / "own.otf").write_bytes(renamed(family))
    monkeypatch.setenv("GONGKAI_FONTS", str(tmp_path))
    assert embedded(role) == {family}
    assert f"{family}（" not in faces().record()
    assert family in faces().record()


@pytest.mark.parametrize(
    ("role", "family"), [("body", "FandolFang R"), ("kai", "LXGW WenKai"), ("kai", "FandolKai")]
)
def test_a_free_font_of_the_system_is_set_and_told_as_a_stand_in(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, role: str, family: str
) -> None:
    (tmp_path / "free.otf").write_bytes(renamed(family))
    monkeypatch.setattr(fonts, "PLACES", (str(tmp_path), "/nowhere"))
    assert embedded(role) == {family}
    assert f"{family}（代{NAMED[role]}）" in faces().record()


def test_a_licensed_font_is_taken_from_the_folder_that_was_named_and_from_nowhere_else(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "fang.otf").write_bytes(renamed("FangSong"))
    monkeypatch.setattr(fonts, "PLACES", (str(tmp_path),))
    assert "FangSong" in faces().found.families()
    assert "FangSong" not in faces().chains["body"]


def test_the_places_of_packages_are_whole_paths() -> None:
    assert PLACES
    assert all(Path(place).is_absolute() for place in PLACES)


def test_a_folder_that_is_not_there_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GONGKAI_FONTS", str(tmp_path / "none"))
    with pytest.raises(Refused) as refused:
        faces()
    assert refused.value.code == "no_fonts"
