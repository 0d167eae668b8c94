"""Fonts for print: those that GB/T 9704-2012 names where the office has them, free ones where it has not.

The official fonts (方正小标宋, 仿宋_GB2312, 楷体_GB2312) may not be shipped with a program. An office that
has a licence names their folder in the environment variable ``GONGKAI_FONTS``; for every role the first
family found there is taken, and nowhere else is a licensed one looked for. Free 仿宋 and 楷体 are too large
to ship (5 to 19 MB each) or under another licence (GPL with the font exception): they are taken where the
system's own packages have put them (:data:`PLACES`). A font that comes along (SIL Open Font License) fills
what is left, characters too. Which family was taken for which role is written into the file
(:meth:`Faces.record`), so that nobody takes a stand-in for the official font.

Source: GB/T 9704-2012, 5.2.2 and 7.3 (fonts of body, title and levels).
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pylopdf_fonts_zh_cn as free
import typst

from gongkai.values.errors import Refused

FOLDER = "GONGKAI_FONTS"
"""The environment variable that names the folder with the office's own fonts."""
NAMED = {
    "title": "方正小标宋简体",
    "body": "仿宋_GB2312",
    "black": "黑体",
    "kai": "楷体_GB2312",
    "song": "宋体",
}
"""The official family of each role, as Word and WPS call it."""
_ALSO = {
    "title": ("方正小标宋_GBK", "FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05", "FZXiaoBiaoSong"),
    "body": ("FangSong_GB2312", "仿宋", "FangSong", "方正仿宋简体", "FZFangSong-Z02S"),
    "black": ("SimHei", "方正黑体简体", "FZHei-B01S"),
    "kai": ("KaiTi_GB2312", "楷体", "KaiTi", "方正楷体简体", "FZKai-Z03S"),
    "song": ("SimSun", "方正书宋简体", "FZShuSong-Z01S"),
}
_FREE = {
    "body": ("FandolFang R",),
    "kai": ("LXGW WenKai", "FandolKai", "AR PL KaitiM GB"),
}
"""Free families of the right style, the fuller one first: what it lacks is taken from the next."""
PLACES = (
    "/usr/share/fonts/truetype/lxgw-wenkai",
    "/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol",
    "/usr/share/fonts/truetype/arphic-gkai00mp",
)
"""Where Debian's fonts-lxgw-wenkai, texlive-lang-chinese and fonts-arphic-gkai00mp put them."""
_STAND_IN = {
    "title": "Noto Serif SC",
    "body": "Noto Serif SC",
    "black": "Noto Sans SC",
    "kai": "Noto Serif SC",
    "song": "Noto Serif SC",
}
_ROLES = {"title": "标题", "body": "正文", "black": "一级标题", "kai": "二级标题", "song": "表格与页码"}
_SHIPPED = free.serif_path().parent


@dataclass(frozen=True, slots=True)
class Faces:
    """``chains``: for each role the families in their order; ``found``: every font file typst may use."""

    chains: dict[str, tuple[str, ...]]
    found: typst.Fonts

    def record(self) -> str:
        """A Chinese sentence that names the family of every role and what it stands in for."""
        said = []
        for role, chain in self.chains.items():
            own = chain[0] in (NAMED[role], *_ALSO[role])
            instead = "" if own else f"（代{NAMED[role]}）"
            said.append(f"{_ROLES[role]}{chain[0]}{instead}")
        return f"字体：{'、'.join(said)}。"


def faces() -> Faces:
    """The fonts for this machine.

    Raises :class:`Refused` (``no_fonts``) where ``GONGKAI_FONTS`` names no folder that can be read.
    """
    return _faces(os.environ.get(FOLDER, "").strip(), PLACES)


@cache
def _faces(folder: str, places: tuple[str, ...]) -> Faces:
    folders = [*(place for place in places if Path(place).is_dir()), str(_SHIPPED)]
    licensed: set[str] = set()
    if folder:
        if not Path(folder).is_dir():
            raise Refused(
                "no_fonts",
                f"环境变量 {FOLDER} 指的字体文件夹“{folder}”打不开。"
                "请改为存放字体的文件夹，或者删去这个设置。",
            )
        folders.insert(0, folder)
        licensed = set(_fonts([folder]).families())
    found = _fonts(folders)
    present = set(found.families())
    chains = {
        role: (
            *(name for name in (NAMED[role], *_ALSO[role]) if name in licensed),
            *(name for name in (*_FREE.get(role, ()), _STAND_IN[role]) if name in present),
        )
        for role in NAMED
    }
    return Faces(chains, found)


def _fonts(folders: list[str]) -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)
