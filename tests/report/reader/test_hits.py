"""Labels in running text: found whatever stands between their characters, with their place in the original."""

from __future__ import annotations

import pytest

from gongkai.report.reader.hits import folded_with_offsets, hits
from gongkai.tables.form import form

ROWS = form("2021").table("applications").rows


@pytest.mark.parametrize("row", ROWS, ids=lambda r: r.key)
def test_a_label_is_found_with_its_number(row) -> None:
    corner = form("2021").table("applications").corner
    text = f"{corner}\n0 0\n{row.label} 1 2"
    (hit,) = [h for h in hits(text, "2021") if h.key == row.key]
    assert text[hit.start : hit.end].endswith(row.label.rstrip("”）"))


def test_a_label_broken_over_lines_is_one_hit() -> None:
    label = ROWS[0].label
    text = "\n".join(label)
    (hit,) = hits(text, "2021")
    assert (hit.key, hit.start, hit.end) == (ROWS[0].key, 0, len(text))


def test_a_short_label_that_only_begins_a_word_is_none() -> None:
    other = form("2021").table("applications").row("otherwise.other").label
    assert not [h for h in hits(other + "事情", "2021") if h.key.endswith("other")]
    assert [h for h in hits(other + " 0", "2021") if h.key.endswith("other")]


def test_folding_keeps_the_offsets_of_what_is_left() -> None:
    folded, offsets = folded_with_offsets("一、 规　章")
    assert folded == "一规章"
    assert ["一、 规　章"[i] for i in offsets] == list(folded)
