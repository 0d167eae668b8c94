"""DOC and WPS text files (Word 97 to 2003) as DOCX, by a pure Python converter."""

from __future__ import annotations

import tempfile
from pathlib import Path

from gongkai.files.limits import Limits
from gongkai.files.sniff import refusal
from gongkai.values.errors import Refused


def as_docx(data: bytes, limits: Limits) -> bytes:
    """The DOCX that msdoc2docx makes of ``data``; raises Refused for whatever it cannot read."""
    # loaded here because that costs many times what the other formats take, and few files are so old
    from doc2docx import convert  # type: ignore[import-untyped]  # noqa: PLC0415
    from doc2docx.cfb import CompoundFileLimits  # type: ignore[import-untyped]  # noqa: PLC0415
    from doc2docx.errors import EncryptedDocumentError  # type: ignore[import-untyped]  # noqa: PLC0415

    sizes = CompoundFileLimits(max_input_bytes=limits.size, max_stream_bytes=limits.size * 2)
    with tempfile.TemporaryDirectory(prefix="gongkai-") as folder:
        source, target = Path(folder, "report.doc"), Path(folder, "report.docx")
        source.write_bytes(data)
        try:
            convert(source, target, limits=sizes)
            return target.read_bytes()
        except EncryptedDocumentError as error:
            raise refusal("encrypted") from error
        except Exception as error:  # a binary format read by a library: any slip of it means the same to us
            raise Refused(
                "old_word",
                "无法读取这份旧版 Word（doc）或 WPS 文件。请用 Word 或 WPS 打开，另存为 docx 后再试。",
            ) from error
