"""The sample reports: all there, invented, and with the labels of the official form."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from gongkai.report.samples.shelf import sample, samples
from gongkai.tables.form import form

SHARED = Path(os.environ.get("GONGKAI_SHARED", Path(__file__).parents[4] / "shared"))


def test_every_sample_has_bytes_and_an_invented_bureau() -> None:
    assert len(samples()) >= 4
    for one in samples():
        text = one.data().decode("utf-8")
        assert one.title.removesuffix("（示例）") in re.sub(r"\s", "", text)
        assert one.title.endswith("（示例）")
        assert "机关和内容均为虚构" in text


@pytest.mark.parametrize("key", [s.key for s in samples()])
def test_chapter_titles_are_those_of_the_form(key: str) -> None:
    text = sample(key).data().decode("utf-8")
    for chapter in form("2021").chapters:
        assert chapter.label.split("、", 1)[1] in text


def test_an_unknown_key_is_an_error() -> None:
    with pytest.raises(KeyError):
        sample("nowhere")


def sentences(text: str) -> set[str]:
    """Sentences of 14 characters or more, without blanks: long enough not to be a figure or a label."""
    return {s for s in re.split(r"[。；;，,：:\n|\t]", re.sub(r"[ #]", "", text)) if len(s) >= 14}


def official_words() -> set[str]:
    """What the form itself prints, in full-width and in half-width punctuation."""
    the_form = form("2021")
    words = {c.label for c in the_form.chapters}
    for table in the_form.tables:
        words |= {w for r in table.rows for w in r.wordings} | {table.corner}
    return words | {w.translate(str.maketrans("（），：", "(),:")) for w in words}


def test_no_sentence_of_the_seed_reports_stands_in_a_sample() -> None:
    seeds = sorted((SHARED / "seeds").glob("*.txt"))
    if not seeds:
        pytest.skip("the seed reports are not here; set GONGKAI_SHARED to the folder that holds seeds/")
    theirs = set().union(*(sentences(p.read_text(encoding="utf-8")) for p in seeds))
    ours = set().union(*(sentences(s.data().decode("utf-8")) for s in samples()))
    same = {s for s in ours & theirs if not any(s.strip("（）()") in label for label in official_words())}
    assert same == set()
