"""File names as people gave them, made safe to store, to show and to send.

An office's file name is part of the document (标题、文号 stand in it), so it is kept: Chinese, brackets and
blanks stay. Taken out is only what can cheat a person or a machine: folders, control and direction marks, the
characters that Windows forbids, names of devices, and length beyond 255 bytes.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import quote

MOST_BYTES = 255
"""Bytes of UTF-8 that common file systems allow for one name."""
FALLBACK = "附件"
_FOLDER = re.compile(r"[/\\\u2044\u2215\u29f8\uff0f\uff3c]")
_FORBIDDEN = re.compile(r'[<>:"|?*]')
_WIDE = dict(zip('<>:"|?*', "＜＞：＂｜？＊", strict=True))
_DEVICE = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(\..*)?", re.IGNORECASE)
_EXTENSION = re.compile(r"\.[A-Za-z0-9]{1,10}\Z")
_RUNNABLE = frozenset({
    "exe", "com", "bat", "cmd", "scr", "pif", "msi", "msp", "js", "jse", "vbs", "vbe", "wsf", "wsh", "ps1",
    "psm1", "hta", "cpl", "jar", "lnk", "reg", "sh", "app", "apk", "dll", "sys", "php", "jsp", "jspx", "asp",
    "aspx", "py", "pl", "rb", "cgi",
})  # fmt: skip
_BLANKS = re.compile(r"\s+")
_INVISIBLE = {"\u115f", "\u1160", "\u3164", "\uffa0", "\u2800", "\u034f", "\u180e"}


@dataclass(frozen=True, slots=True)
class SafeName:
    """A name that can be stored and shown, and one Chinese sentence for each thing changed in it."""

    text: str
    notes: tuple[str, ...]


def safe_name(given: str, fallback: str = FALLBACK) -> SafeName:
    """The given name without what can harm, at most :data:`MOST_BYTES` bytes of UTF-8, never empty.

    Of a path only the last part stays. Making a safe name safe changes nothing. An ending that hides a
    program (``通知.pdf.exe``, ``通知.exe.pdf``) stays and is told: hiding it would be worse.
    """
    notes: list[str] = []
    name = unicodedata.normalize("NFC", given.encode("utf-8", "replace").decode("utf-8"))
    whole, name = name, next((p for p in reversed(_FOLDER.split(name)) if _plain(p)), "")
    if whole != name:
        notes.append("文件名中的文件夹部分已去掉，只保留文件本身的名称。")
    plain = _plain(name)
    if any(map(_unseen, name)):
        notes.append("文件名中含有看不见的控制字符或改变文字方向的字符，已去掉。")
    name = _FORBIDDEN.sub(lambda m: _WIDE[m[0]], plain)
    if name != plain:
        notes.append("文件名中不能使用的符号已改为全角符号。")
    bare = not name or (f".{name}" == "".join(whole.split()) and _EXTENSION.fullmatch(f".{name}"))
    if bare:
        name = f"{fallback}.{name}" if name else fallback
        notes.append(f"文件没有名称，已命名为“{fallback}”。")
    if _DEVICE.fullmatch(name):
        name = f"_{name}"
        notes.append("文件名是计算机保留的设备名称，已在前面加上下划线。")
    short = _cut(name)
    if short != name:
        notes.append(f"文件名过长，已截短为不超过{MOST_BYTES}个字节，扩展名保留。")
    notes += _disguise(short)
    return SafeName(short, tuple(notes))


def extension(name: str) -> str:
    """The extension in lower case without its dot, empty where there is none that a system would know."""
    found = _EXTENSION.search(name)
    return found[0][1:].lower() if found else ""


def content_disposition(name: str, inline: bool = False) -> str:
    """The value of the header ``Content-Disposition`` for a file of this name (RFC 6266, RFC 8187).

    ``filename*`` carries the name in UTF-8; ``filename`` a reading in ASCII for old programs.
    """
    safe = safe_name(name).text
    plain = unicodedata.normalize("NFKD", safe).encode("ascii", "ignore").decode("ascii")
    plain = _BLANKS.sub(" ", re.sub(r"[^A-Za-z0-9._() -]", "", plain)).strip(" .")
    ending = extension(safe)
    if not plain or plain == ending:
        plain = f"file.{ending}" if ending else "file"
    kind = "inline" if inline else "attachment"
    return f"{kind}; filename=\"{plain}\"; filename*=UTF-8''{quote(safe, safe='')}"


def _plain(name: str) -> str:
    """Without controls, direction marks, fillers; single blanks, no blank or dot at the ends."""
    kept = "".join(" " if c.isspace() else "" if _unseen(c) else c for c in name)
    return _BLANKS.sub(" ", kept).strip(" .")


def _unseen(character: str) -> bool:
    """Controls, direction marks, separators, fillers. Private characters stay: old names have them."""
    return unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp") or character in _INVISIBLE


def _cut(name: str) -> str:
    """At most 255 bytes, cut between characters (a mark stays with its letter), the extension kept."""
    if len(name.encode("utf-8")) <= MOST_BYTES:
        return name
    found = _EXTENSION.search(name)
    ending = found[0] if found else ""
    stem = name[: len(name) - len(ending)]
    room = MOST_BYTES - len(ending.encode("utf-8"))
    cut = stem.encode("utf-8")[:room].decode("utf-8", "ignore")
    if unicodedata.combining(stem[len(cut) : len(cut) + 1] or "x"):
        cut = cut[:-1].rstrip("".join(c for c in cut if unicodedata.combining(c))) or cut
    return (cut.rstrip(" .") or FALLBACK) + ending


def _disguise(name: str) -> list[str]:
    """Told where one of the last two endings is a program's."""
    parts = [p.strip().lower() for p in name.split(".")[1:]][-2:]
    hidden = [p for p in parts if p in _RUNNABLE]
    if not hidden or len(parts) < 2:
        return []
    return [f"文件名中有程序或脚本的扩展名“.{hidden[0]}”，可能是伪装的文件，请向提供人核实后再打开。"]
