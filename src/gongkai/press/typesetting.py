"""PDF by typst: a template and data in, a tagged file fit for keeping out (PDF/A-2a and PDF/UA-1 at once).

Texts are passed as data, never as markup. A warning of typst (a font that is not there, a table that
overflows) is an error here. The fonts are those of :mod:`gongkai.press.fonts`. The same data gives the same
bytes. Processes that write PDFs are to be spawned: one forked after the first PDF would wait for ever for
the threads of typst.

Source: ISO 19005-2 (level A); ISO 14289-1.
"""

from __future__ import annotations

import json
import re
from functools import cache
from threading import Lock
from typing import Any

import typst

from gongkai.press.fonts import Faces, faces
from gongkai.values.errors import Refused

STANDARDS: list[Any] = ["a-2a", "ua-1"]
"""Archiving at the level of accessible structure, and universal accessibility."""
_NO_GLYPH = re.compile(r"could not be displayed|not.*(?:glyph|codepoint)|codepoint", re.I)
_lock = Lock()


def typeset(template: bytes, data: dict[str, Any], what: str) -> bytes:
    """The PDF of ``template``, which finds ``data`` as JSON in ``sys.inputs.told``.

    ``fonts`` (the record of the fonts taken) and ``faces`` (the families of every role) are added to the
    data. ``what`` names the paper in the sentence of an error: 报告, 文书. Raises :class:`Refused`:
    ``no_glyph`` where no font has one of the characters, ``no_fonts`` where the folder of fonts cannot be
    read. A warning of typst is a :class:`RuntimeError`.
    """
    chosen = faces()
    told = json.dumps({**data, **_fonts(chosen)}, ensure_ascii=False)
    with _lock:
        try:
            made, warnings = _compiler(template, chosen.record()).compile_with_warnings(
                template, format="pdf", pdf_standards=STANDARDS, sys_inputs={"told": told}
            )
        except typst.TypstError as error:
            raise _refused(error, what) from error
    if warnings:
        raise RuntimeError("; ".join(str(warning) for warning in warnings))
    assert isinstance(made, bytes)  # noqa: S101 - one file, since the format is PDF
    return made


def _fonts(chosen: Faces) -> dict[str, Any]:
    """What a template is told of fonts; ``thin``: the stand-in of the title lacks the weight of 小标宋."""
    return {"fonts": chosen.record(), "faces": chosen.chains, "thin": len(chosen.chains["title"]) == 1}


@cache
def _compiler(template: bytes, _record: str) -> typst.Compiler:
    """One compiler for each template and set of fonts: it keeps the parsed template and the opened fonts."""
    return typst.Compiler(template, font_paths=faces().found)


def _refused(error: typst.TypstError, what: str) -> Exception:
    if not _NO_GLYPH.search(error.message):
        return RuntimeError(f"{error.message} {' '.join(error.hints)}")
    return Refused(
        "no_glyph",
        f"{what}里有字体没有的字，无法排成 PDF。请把含有这个字的字体放进环境变量 GONGKAI_FONTS 所指的文件夹，"
        f"或者改存为 DOCX。排版程序的说明：{error.message}",
    )
