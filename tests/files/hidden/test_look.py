"""The corpus of check C19: everything hidden is told, nothing is told of clean files."""

from __future__ import annotations

import pytest

from gongkai.files.guard import run_guarded
from gongkai.files.hidden.hit import KINDS, Weight
from gongkai.files.hidden.look import blocking, hidden_data
from gongkai.files.limits import Limits
from tests.files.hidden.office_samples import (
    book,
    clean_books,
    clean_texts,
    dirty_books,
    dirty_texts,
    more_sheets,
    repacked,
    text,
)
from tests.files.hidden.pdf_samples import clean_pdfs, dirty_pdfs
from tests.files.hidden.picture_samples import clean_pictures, dirty_pictures, jpeg
from tests.files.hidden.slide_samples import clean_others, dirty_others
from tests.files.test_archives import packed

DIRTY = {
    **{f"xlsx {k}": (kind, "a.xlsx", data) for k, (kind, data) in dirty_books().items()},
    **{f"docx {k}": (kind, "a.docx", data) for k, (kind, data) in dirty_texts().items()},
    **{f"pdf {k}": (kind, "a.pdf", data) for k, (kind, data) in dirty_pdfs().items()},
    **dirty_pictures(),
    **dirty_others(),
}
CLEAN = [
    *(("a.xlsx", data) for data in clean_books()),
    *(("a.docx", data) for data in clean_texts()),
    *(("a.pdf", data) for data in clean_pdfs()),
    *clean_pictures(),
    *clean_others(),
]


def test_the_corpus_is_large_enough() -> None:
    assert len(DIRTY) >= 60
    assert len(CLEAN) >= 60
    assert {kind for kind, _, _ in DIRTY.values()} == set(KINDS)


@pytest.mark.parametrize("case", DIRTY)
def test_what_is_hidden_is_told(case: str) -> None:
    kind, name, data = DIRTY[case]
    hits = hidden_data(name, data)
    assert kind in {hit.kind for hit in hits}
    assert all(hit.sentence.endswith("。") and "\n" not in hit.sentence for hit in hits)


@pytest.mark.parametrize("case", DIRTY)
def test_only_what_is_hidden_is_told(case: str) -> None:
    kind, name, data = DIRTY[case]
    beside = {
        # what stands inside another file is told together with that file
        "image_location": {"image_data"},
        "hidden_sheet": {"embedded_object"},
        "stray_part": {"external_link"},
        "external_link": {"stray_part"},
        "image_data": {"image_location"},
    }
    assert {hit.kind for hit in hidden_data(name, data)} - {kind} <= beside.get(kind, set())


@pytest.mark.parametrize("number", range(len(CLEAN)))
def test_a_clean_file_is_clean(number: int) -> None:
    assert hidden_data(*CLEAN[number]) == ()


def test_files_in_files_are_opened() -> None:
    inside = packed({"内/名单.xlsx": book(more_sheets("hidden")), "图.jpg": jpeg(gps=True)})
    hits = hidden_data("a.zip", packed({"深.zip": inside, "通知.docx": text()}))
    assert {(hit.kind, hit.place) for hit in hits} == {
        ("hidden_sheet", "压缩包内的“深.zip”压缩包内的“名单.xlsx”第2张工作表处"),
        ("image_location", "压缩包内的“深.zip”压缩包内的“图.jpg”"),
    }


def test_too_deep_broken_or_too_large_is_unreadable_and_blocks() -> None:
    nested = text()
    for _ in range(5):
        nested = packed({"a.zip": nested})
    bomb = repacked(text(), {"word/media/a.bin": bytes(30_000_000)})
    for data, limits in (
        (nested, Limits()),
        (bomb, Limits()),
        (text(), Limits(size=100)),
        (text()[:-40], Limits()),
    ):
        hits = hidden_data("a.docx", data, limits)
        assert [hit.kind for hit in blocking(hits)] == ["unreadable"]


def test_what_blocks_comes_first_and_can_run_guarded() -> None:
    data = book(more_sheets("hidden"), lambda b: setattr(b.properties, "creator", "李四四"))
    hits = run_guarded(hidden_data, "a.xlsx", data)
    assert [hit.weight for hit in hits] == [Weight.BLOCKS, Weight.NOTICE]
    assert blocking(hits) == hits[:1]
    assert hits[0].sentence == "第2张工作表处有隐藏的工作表。请取消隐藏并核对，不该公开的整张删除。"
    assert "李四四" not in repr(hits)
