"""Scans: pictures and PDF pages without text, by optional recognition (extra ``ocr``: rapidocr, models in
the wheel).

The words become runs, the lines in the picture rules, and from there a scan is read as a PDF page is.
Recognition works on the machine itself and asks no network. A figure about which it is unsure is taken as
read and named in the document's notes with page and cell.
"""

from __future__ import annotations

import importlib.util
from functools import lru_cache
from io import BytesIO
from typing import Any

from gongkai.files.limits import Limits
from gongkai.report.reader.blocks import Document
from gongkai.report.reader.pdf_ink import Box, Rule, Run, Sheet
from gongkai.report.reader.pdf_layout import arrange
from gongkai.report.reader.scan_rules import rules, straight, without_strokes
from gongkai.values.errors import NeedsExtra, OverLimit, Refused

_LIMITS = Limits()

DPI = 200.0
"""Dots an inch at which a PDF page is drawn for recognition."""

MOST_PIXELS = 60_000_000
"""Pixels of one picture; an A3 page at 400 dots an inch has 31 million."""

SURE = 0.9
"""Below this likelihood a figure is named as doubtful."""

INSTALL = (
    '要识别图片，请先安装识别组件（pip install "gongkai[ocr]"），'
    "或者改用可以复制文字的 PDF、Word 或网页版本。"
)


def installed() -> bool:
    """True where the extra can be imported."""
    return all(importlib.util.find_spec(name) is not None for name in ("rapidocr", "onnxruntime", "cv2"))


def needs_extra() -> NeedsExtra:
    """The error for a scan that cannot be read here."""
    return NeedsExtra("needs_ocr", f"这份文件是扫描件，只有图片，没有文字，无法直接读取。{INSTALL}")


def blocks(data: bytes, limits: Limits = _LIMITS) -> Document:
    """A PNG, JPEG or TIFF file (several pages) as items in the order of reading.

    Raises NeedsExtra (``needs_ocr``), Refused (``picture_damaged``), OverLimit (``too_many_pages``,
    ``too_large``).
    """
    if not installed():
        raise needs_extra()
    pictures = _pictures(data, limits)
    out = Document("scan", pages=len(pictures))
    sheets = [sheet(picture, number, dpi) for number, (picture, dpi) in enumerate(pictures, 1)]
    out.items = arrange(sheets, out.notes)
    return out


def _pictures(data: bytes, limits: Limits) -> list[tuple[Any, float]]:
    """Each page as pixels (height × width × 3, blue first) with the dots an inch it is taken to have."""
    import numpy  # noqa: PLC0415 - comes with the optional recognition
    from PIL import Image, ImageOps  # noqa: PLC0415

    try:
        with Image.open(BytesIO(data), formats=("PNG", "JPEG", "TIFF")) as image:
            frames = getattr(image, "n_frames", 1)
            if frames > limits.pages:
                raise OverLimit(
                    "too_many_pages", f"图片共 {frames} 页，最多接受 {limits.pages} 页。请拆分后再试。"
                )
            out = []
            for index in range(frames):
                image.seek(index)
                if image.width * image.height > MOST_PIXELS:
                    raise OverLimit(
                        "too_large",
                        f"第 {index + 1} 页图片有 {image.width}×{image.height} 点，过大。"
                        "请按每英寸 200 至 300 点重新扫描。",
                    )
                upright = ImageOps.exif_transpose(image).convert("RGB")
                # Reports are printed on A4: the shorter side tells the scale better than the file does.
                dpi = min(upright.size) / 8.27
                out.append((numpy.asarray(upright)[:, :, ::-1].copy(), dpi))
            return out
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise Refused("picture_damaged", "这张图片已损坏，无法打开。请重新扫描或重新下载后再试。") from error


def page_sheet(page: Any, number: int) -> Sheet:
    """A page of a PDF (pypdfium2) drawn and recognised."""
    return sheet(page.render(scale=DPI / 72).to_numpy(), number, DPI)


def sheet(picture: Any, number: int, dpi: float) -> Sheet:
    """A picture recognised: runs cut where an upright rule passes, and the rules."""
    picture = straight(picture[:, :, :3])
    height, width = picture.shape[:2]
    scale = 72 / dpi
    out = Sheet(number, width * scale, height * scale, pictured=1.0)
    found = _engine()(picture, use_cls=False, return_word_box=True, return_single_char_box=True)
    # Where nothing was found the answer holds one empty word in place of a line.
    lines = [line for line in found.word_results or () if line and not isinstance(line[0], str)]
    words = [[w for w in line if w[0].strip()] for line in lines]
    boxes = [_box(w[2], scale) for line in words for w in line]
    across, down = rules(picture, dpi)
    out.across, out.down = without_strokes(across, down, boxes)
    for line in words:
        out.runs.extend(_runs(line, scale, out.down))
    return out


def _box(corners: Any, scale: float) -> Box:
    xs, ys = [float(p[0]) * scale for p in corners], [float(p[1]) * scale for p in corners]
    return (min(xs), min(ys), max(xs), max(ys))


@lru_cache(maxsize=1)
def _engine() -> Any:
    from rapidocr import RapidOCR  # noqa: PLC0415

    return RapidOCR(params={"Global.log_level": "critical", "Global.text_score": 0.3})


def _runs(line: Any, scale: float, down: list[Rule]) -> list[Run]:
    """A recognised line (characters with likelihood and box) as runs, parted where an upright rule passes."""
    out: list[Run] = []
    for text, likelihood, box in line:
        sure = float(likelihood) >= SURE or not any(c.isdigit() for c in text)
        new = _run(text, _box(box, scale), sure)
        last = out[-1] if out else None
        if last is None or abs(new.middle - last.middle) > 0.5 * new.em or _parted(last, new, down):
            out.append(new)
            continue
        last.text += new.text
        last.lefts += new.lefts
        last.rights += new.rights
        last.sure = last.sure and sure
    return out


def _run(text: str, box: Box, sure: bool) -> Run:
    """One recognised word, its characters evenly spread over its box."""
    x0, y0, x1, y1 = box
    step = (x1 - x0) / len(text)
    lefts = [x0 + i * step for i in range(len(text))]
    return Run(text, lefts, [left + step for left in lefts], y0, y1, 0.8 * (y1 - y0) or 1.0, sure)


def _parted(last: Run, new: Run, down: list[Rule]) -> bool:
    """True where an upright rule stands between the middles of two characters of one line."""
    left = (last.lefts[-1] + last.rights[-1]) / 2
    right = (new.lefts[0] + new.rights[0]) / 2
    return any(left < rule.at < right and rule.low <= new.middle <= rule.high for rule in down)
