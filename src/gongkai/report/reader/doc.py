"""DOC and WPS (OLE files of Word 97 to 2003 and WPS) to blocks, by way of DOCX.

The first reading is msdoc2docx (pure Python); LibreOffice, where it is installed, gives a second
opinion: each has been seen to lose tables that the other kept.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from gongkai.files.limits import Limits
from gongkai.files.old_word import as_docx
from gongkai.report.reader import docx
from gongkai.report.reader.blocks import Document
from gongkai.values.errors import FileError, Refused

_OFFICE = ("soffice", "libreoffice")


def blocks(data: bytes, limits: Limits | None = None) -> Document:
    """The document of a DOC or WPS file: the pure reading, LibreOffice's where that fails.

    Raises Refused (``encrypted``, ``old_word``) or OverLimit.
    """
    bounds = limits or Limits()
    bounds.check_size(len(data))
    try:
        return _as_doc(docx.blocks(as_docx(data, bounds), bounds))
    except Refused as error:
        if error.code == "encrypted":
            raise
        second = second_opinion(data, bounds)
        if second is None:
            raise
        return second


def second_opinion(data: bytes, limits: Limits | None = None) -> Document | None:
    """The document as LibreOffice reads it; None where it is missing, fails or takes too long."""
    bounds = limits or Limits()
    office = next((path for name in _OFFICE if (path := shutil.which(name))), None)
    if office is None:
        return None
    with tempfile.TemporaryDirectory(prefix="gongkai-") as folder:
        made = _by_office(office, Path(folder), data, bounds.seconds)
        if made is None:
            return None
        try:
            return _as_doc(docx.blocks(made, bounds))
        except FileError:
            return None


def _as_doc(document: Document) -> Document:
    document.format = "doc"
    return document


def _by_office(office: str, folder: Path, data: bytes, seconds: float) -> bytes | None:
    """Convert with a private profile and a time limit; the whole process group ends with it."""
    source = folder / "report.doc"
    source.write_bytes(data)
    command = [
        office,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--convert-to",
        "docx",
        "--outdir",
        str(folder),
        str(source),
    ]
    process = subprocess.Popen(  # noqa: S603  (a fixed command, no shell; the file's name is ours)
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        return None
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
    target = folder / "report.docx"
    return target.read_bytes() if target.exists() else None
