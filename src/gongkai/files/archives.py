"""Opening packages (DOCX, XLSX are zip files) without trusting what they say of themselves.

Nothing is ever written to disk. Declared sizes, ratio and number of entries are checked before anything is
unpacked, the actual bytes are counted while they come, and XML is parsed without entities, DTD or network.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import Any

from lxml import etree

from gongkai.files.limits import MEGABYTE, Limits
from gongkai.values.errors import OverLimit, Refused

_CHUNK = 1 << 16
_ENCRYPTED = 0x1
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    UnicodeError,
    ValueError,
    KeyError,
)
DAMAGED = "文件已损坏或下载不完整，无法打开。请重新下载，或者用 Word、WPS 打开后另存一份。"
_TOO_MUCH = "文件解压后过大，疑似压缩炸弹，已停止读取。请用 Word、WPS 打开后另存一份再试。"


def damaged(error: BaseException | None = None) -> Refused:
    """The refusal for a file that breaks off or contradicts itself."""
    refusal = Refused("damaged", DAMAGED)
    refusal.__cause__ = error
    return refusal


class Archive:
    """A zip file in memory whose parts can be read within ``limits``."""

    def __init__(self, data: bytes, limits: Limits | None = None) -> None:
        """Open and check the directory; raises Refused or OverLimit."""
        self._limits = limits or Limits()
        self._left = self._limits.unpacked
        self._refuse_many(_declared_entries(data))
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise damaged(error) from error
        self._entries = {info.filename.replace("\\", "/"): info for info in self._zip.infolist()}
        self._refuse_many(len(self._zip.infolist()))
        self._check_entries()

    @property
    def names(self) -> frozenset[str]:
        """The names of all entries."""
        return frozenset(self._entries)

    def _refuse_many(self, count: int) -> None:
        if count > self._limits.entries:
            raise OverLimit(
                "too_many_entries",
                f"文件内部的条目过多：{count} 个，最多接受 {self._limits.entries} 个。"
                "正常的报告文件只有几十个，请用 Word、WPS 另存一份再试。",
            )

    def _check_entries(self) -> None:
        """Paths that climb out, passwords, declared sizes and ratios: judged before a byte is unpacked."""
        total = 0
        for info in self._zip.infolist():
            if _escapes(info.filename):
                raise Refused(
                    "unsafe_path",
                    "文件内部含有指向外部的路径，可能被人做过手脚，已拒绝读取。请用 Word、WPS 另存一份再试。",
                )
            if info.flag_bits & _ENCRYPTED:
                raise Refused("encrypted", "文件设有密码，无法读取。请去掉密码后再试。")
            total += info.file_size
            if info.file_size > MEGABYTE and info.file_size > self._limits.ratio * max(1, info.compress_size):
                raise OverLimit("bomb", _TOO_MUCH)
        if total > self._limits.unpacked:
            raise OverLimit("bomb", _TOO_MUCH)

    def read(self, name: str) -> bytes:
        """The bytes of one part, counted while they are unpacked; raises Refused or OverLimit."""
        info = self._entries.get(name)
        if info is None:
            raise damaged()
        chunks: list[bytes] = []
        size = 0
        try:
            with self._zip.open(info) as stream:
                while chunk := stream.read(_CHUNK):
                    size += len(chunk)
                    self._left -= len(chunk)
                    if size > self._limits.part or self._left < 0:
                        raise OverLimit("bomb", _TOO_MUCH)
                    chunks.append(chunk)
        except _BROKEN as error:
            raise damaged(error) from error
        return b"".join(chunks)

    def xml(self, name: str) -> Any:
        """The root element of one part; raises as :meth:`read`, and Refused for unsafe or broken XML."""
        return parse_xml(self.read(name))


def parse_xml(data: bytes) -> Any:
    """The root element of an XML text. A document type declaration is refused: office files have none."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged(error) from error
    information: Any = root.getroottree().docinfo
    if information.doctype:
        raise Refused(
            "unsafe_xml",
            "文件内部含有外部实体声明，可能被人做过手脚，已拒绝读取。请用 Word、WPS 另存一份再试。",
        )
    return root


def _escapes(name: str) -> bool:
    """True for absolute names, drive letters and names that climb with ``..``."""
    plain = name.replace("\\", "/")
    return plain.startswith("/") or ".." in plain.split("/") or plain[1:2] == ":" or "\x00" in plain


def _declared_entries(data: bytes) -> int:
    """The number of entries that the end record states; 0 where there is none (zipfile then complains)."""
    end = data.rfind(b"PK\x05\x06")
    if end < 0 or end + 12 > len(data):
        return 0
    return int.from_bytes(data[end + 10 : end + 12], "little")
