"""The one call for an upload: bytes and a name go in, a described file or one Chinese sentence comes out.

In order: size; antivirus, where an engine is set; then, in a process bound in memory and time: kind by
content, unpacking limits, disguises, secrecy marks (an office's own files only), hidden data.
Nothing is stored.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import BinaryIO

from gongkai.files.antivirus import Engine
from gongkai.files.guard import run_guarded
from gongkai.files.hidden.hit import Hit
from gongkai.files.hidden.look import hidden_data
from gongkai.files.limits import Limits
from gongkai.files.names import extension, safe_name
from gongkai.files.polyglot import refuse_polyglot
from gongkai.files.secrecy.search import secrecy_marks
from gongkai.files.sniff import EXTENSIONS, Kind, identify
from gongkai.values.errors import Refused

OFFICE_KINDS = frozenset(
    {
        Kind.PDF, Kind.DOC, Kind.DOCX, Kind.XLS, Kind.XLSX, Kind.PPT, Kind.PPTX, Kind.OFD, Kind.TXT, Kind.CSV,
        Kind.IMAGE, Kind.ZIP, Kind.HTML, Kind.MD,
    }
)  # fmt: skip
"""What an office attaches; wps, et and dps are the kinds that their content is."""
OFFICE_PICTURES = frozenset({"jpg", "png", "tif"})
_SIGNATURES = {
    b"\xff\xd8\xff": "jpg", b"\x89PNG": "png", b"II*\0": "tif", b"MM\0*": "tif", b"GIF8": "gif",
    b"RIFF": "webp", b"BM": "bmp",
}  # fmt: skip
_OFFICE = "application/vnd.openxmlformats-officedocument."
MEDIA_TYPES = {
    "pdf": "application/pdf", "doc": "application/msword", "xls": "application/vnd.ms-excel",
    "ppt": "application/vnd.ms-powerpoint", "docx": f"{_OFFICE}wordprocessingml.document",
    "xlsx": f"{_OFFICE}spreadsheetml.sheet", "pptx": f"{_OFFICE}presentationml.presentation",
    "ofd": "application/ofd", "zip": "application/zip", "html": "text/html", "md": "text/markdown",
    "txt": "text/plain", "csv": "text/csv", "json": "application/json", "jpg": "image/jpeg",
    "png": "image/png", "tif": "image/tiff", "gif": "image/gif", "webp": "image/webp", "bmp": "image/bmp",
}  # fmt: skip
_FAMILIES = (
    {Kind.DOC, Kind.DOCX}, {Kind.XLS, Kind.XLSX}, {Kind.PPT, Kind.PPTX}, {Kind.IMAGE},
    {Kind.TXT, Kind.MD, Kind.CSV, Kind.JSON},
)  # fmt: skip
_SENTENCES = {
    "program": "这是一个程序文件，不能上传。请选择文档、表格、图片或者压缩包（zip）。",
    "archive": "这种压缩包不能上传。请改用 zip 格式压缩，或者解压后逐个上传。",
    "unknown_type": "认不出这是什么文件，不能上传。请另存为 PDF、Word、WPS、Excel、OFD、图片或者文本后再传。",
    "odf": "OpenDocument 文件不能上传。请用 WPS 或 LibreOffice 打开，另存为 docx、xlsx 或者 PDF 后再传。",
    "rtf": "RTF 文件不能上传。请用 Word 或 WPS 打开，另存为 docx 或者 PDF 后再传。",
    "mht": "单个文件网页（mht）不能上传。请用浏览器打开后打印成 PDF 再传。",
    "office_xml": "2003 版 Office 的 XML 文件不能上传。请用 Word、Excel 或 WPS 另存为 docx、xlsx 再传。",
    "encrypted": "文件设有密码，无法检查，不能上传。请去掉密码后再传。",
}
"""For an upload these say other things than for a report that is to be read."""
SCAN_NOTICE = "图片、扫描件或者旧格式的文件看不全有没有密级标志，请人工核对，确认不涉及国家秘密。"


@dataclass(frozen=True, slots=True)
class Terms:
    """On what terms a file is taken.

    ``kinds`` and ``pictures`` (by extension) that are allowed; ``own``: a file of the office, which must
    not bear a secrecy mark (what citizens send is not judged); ``hidden``: list hidden data; ``engine``: the
    antivirus engine, asked first where it is set. Size, time and memory are those of ``limits``.
    """

    kinds: frozenset[Kind] = OFFICE_KINDS
    pictures: frozenset[str] = OFFICE_PICTURES
    own: bool = True
    hidden: bool = True
    engine: Engine | None = None
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True, slots=True)
class Accepted:
    """A file that may be stored.

    ``size`` in bytes, ``sha256`` of the bytes as they came in hexadecimal; ``media_type`` by content, never
    what the sender claimed; ``hidden`` as listed, ``notices`` are Chinese sentences for whoever uploads it.
    """

    name: str
    kind: Kind
    media_type: str
    size: int
    sha256: str
    hidden: tuple[Hit, ...]
    notices: tuple[str, ...]


def accept(source: bytes | BinaryIO, given: str, terms: Terms | None = None) -> tuple[Accepted, bytes]:
    """The description of an upload, and its bytes as read.

    Raises Refused (``empty``, ``wrong_kind``, ``wrong_type``, ``polyglot``, ``secrecy_mark``, ``infected``,
    ``not_scanned``, ``encrypted``, ``damaged`` …) or OverLimit, each with one Chinese sentence.
    """
    on = terms or Terms()
    data = source if isinstance(source, bytes) else source.read(on.limits.size + 1)
    on.limits.check_size(len(data))
    if on.engine is not None:
        verdict = on.engine.scan(data)
        if not verdict.clean:
            raise Refused(
                "infected",
                f"文件含有病毒（{_short(verdict.infected)}），没有收下。请先在本机查杀病毒，再重新上传。",
            )
    seen = run_guarded(examine, data, given, on, seconds=on.limits.seconds, memory=on.limits.memory)
    return seen, data


def examine(data: bytes, given: str, terms: Terms) -> Accepted:
    """What :func:`accept` does in the guarded process. Raises as it does."""
    kind, form = _kind(data, given, terms)
    refuse_polyglot(kind, data)
    named = safe_name(given)
    notices = list(named.notes)
    name = named.text
    if not extension(name):
        name = safe_name(f"{name}.{form}").text
        notices.append(f"文件名没有扩展名，已按照内容加上“.{form}”。")
    elif note := _mismatch(name, kind, form):
        notices.append(note)
    if terms.own:
        notices += _marks(given, data, terms)
    hits = hidden_data(given, data, terms.limits) if terms.hidden else ()
    return Accepted(
        name=name,
        kind=kind,
        media_type=MEDIA_TYPES[form],
        size=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        hidden=hits,
        notices=tuple(notices),
    )


def _kind(data: bytes, given: str, terms: Terms) -> tuple[Kind, str]:
    """The kind by content, and the extension that belongs to the content; refuses what is not allowed."""
    try:
        kind = identify(given, data, terms.limits)
    except Refused as refusal:
        raise Refused(refusal.code, _SENTENCES.get(refusal.code, refusal.message)) from refusal
    ending = extension(given)
    if ending in ("txt", "text", "csv", "tsv", "md") and kind in (Kind.HTML, Kind.TXT, Kind.CSV, Kind.MD):
        kind = {"csv": Kind.CSV, "md": Kind.MD}.get(ending, Kind.TXT)  # served as what it is called: plain
    form = _picture(data) if kind is Kind.IMAGE else kind.value
    if kind not in terms.kinds or (kind is Kind.IMAGE and form not in terms.pictures):
        raise Refused(
            "wrong_kind",
            f"这里不能上传{form}文件。可以上传：{'、'.join(_allowed(terms))}。请转换格式后再传。",
        )
    _refuse_mismatch(ending, kind, form)
    return kind, form


def _picture(data: bytes) -> str:
    return next(form for signature, form in _SIGNATURES.items() if data.startswith(signature))


def _allowed(terms: Terms) -> list[str]:
    kinds = [kind.value for kind in Kind if kind in terms.kinds and kind is not Kind.IMAGE]
    return kinds + (sorted(terms.pictures) if Kind.IMAGE in terms.kinds else [])


def _named_kinds(ending: str) -> set[Kind]:
    return {kind for kind, endings in EXTENSIONS.items() if ending in endings}


def _refuse_mismatch(ending: str, kind: Kind, form: str) -> None:
    """A name that says quite another thing than the content is a mistake or a trick."""
    named = _named_kinds(ending)
    family = next((f for f in _FAMILIES if kind in f), {kind})
    if ending and not named & family:
        raise Refused(
            "wrong_type",
            f"文件名的扩展名是“.{ending}”，内容却是 {form} 文件，没有收下。请改正扩展名，或者另存一份再传。",
        )


def _mismatch(name: str, kind: Kind, form: str) -> str | None:
    """Told where the name says a near relation of the content (doc for docx, png for jpg)."""
    ending = extension(name)
    same = {"jpeg": "jpg", "tiff": "tif"}.get(ending, ending)
    fits = same == form if kind is Kind.IMAGE else kind in _named_kinds(ending)
    if fits or kind in _FAMILIES[-1]:
        return None
    return f"文件名的扩展名是“.{ending}”，内容却是 {form} 文件，有的软件可能打不开。请核对扩展名。"


def _marks(given: str, data: bytes, terms: Terms) -> list[str]:
    """Notices about marks that only warn; raises Refused (``secrecy_mark``) for one of a state secret."""
    search = secrecy_marks(given, data, terms.limits)
    if search.secret:
        mark = search.secret[0]
        raise Refused(
            "secrecy_mark",
            f"文件带有密级标志“{mark.text}”（{mark.place}），没有收下。本系统为非涉密系统，严禁存储、处理国家秘密。"
            "请立即停止在联网计算机上处理这份文件，并向本单位保密工作机构报告。",
        )
    notices = [
        f"文件带有“{mark.text}”字样（{mark.place}），对外提供以前须经保密审查。"
        for mark in search.internal[:3]
    ]
    return notices if search.complete else [*notices, SCAN_NOTICE]


def _short(name: str | None) -> str:
    """The name of a virus as the engine gives it, without anything that could break the sentence."""
    return "".join(c for c in name or "" if c.isprintable())[:60]
