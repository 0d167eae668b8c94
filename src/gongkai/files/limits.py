"""How much of a file from outside is taken: one frozen value, and the door through which bytes come in.

The figures are not law: they are what a published annual report never reaches by far, and what a small server
can still bear. Every one can be set by the caller.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from gongkai.values.errors import OverLimit, Refused

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds for one file.

    ``size`` bytes of the file; ``pages`` of a PDF or scan; ``unpacked`` bytes of all parts of a
    package, and ``part`` bytes of one part of it; ``entries`` in a package; ``ratio`` of unpacked
    to packed bytes of a part above one megabyte; ``cells`` of all tables or sheets; ``depth`` of
    nested elements; ``seconds`` of wall clock and ``memory`` bytes of address space for a guarded
    process.
    """

    size: int = 20 * MEGABYTE
    pages: int = 300
    unpacked: int = 200 * MEGABYTE
    part: int = 24 * MEGABYTE
    entries: int = 10_000
    ratio: int = 400
    cells: int = 200_000
    depth: int = 500
    seconds: float = 20.0
    memory: int = 2_000 * MEGABYTE

    def check_size(self, size: int) -> None:
        """Raise OverLimit where a file of ``size`` bytes is too large."""
        if size > self.size:
            raise OverLimit(
                "too_large",
                f"文件过大：{_megabytes(size)} MB，最多接受 {_megabytes(self.size)} MB。"
                "请去掉文件中的大幅图片后重新保存，再来体检。",
            )


def take(path: Path | str, limits: Limits | None = None) -> bytes:
    """The bytes of a file on disk; its size is asked before it is opened, and no more than allowed is read.

    Raises Refused (not there, not a plain file, not readable) or OverLimit.
    """
    bounds = limits or Limits()
    place = Path(path)
    try:
        if not place.exists():
            raise Refused("not_found", f"找不到文件：{place.name}。请核对文件名和所在文件夹。")
        if not place.is_file():
            raise Refused("not_a_file", f"{place.name} 不是文件。请指定一个具体的报告文件。")
        bounds.check_size(place.stat().st_size)
        with place.open("rb") as stream:
            data = stream.read(bounds.size + 1)
    except (OSError, ValueError) as error:
        raise Refused(
            "not_readable", f"无法打开文件：{place.name}。请确认文件没有被占用，且有读取权限。"
        ) from error
    bounds.check_size(len(data))
    return data


def _megabytes(size: int) -> str:
    """Bytes as megabytes for a person: one decimal, none where it is whole."""
    return f"{size / MEGABYTE:.1f}".removesuffix(".0")
