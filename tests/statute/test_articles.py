"""条文登记: every article once, and everything it names is in the tree."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from gongkai.statute.articles import Article, Coverage, article, articles, covered
from gongkai.values.errors import FormError
from tests.house.tree import SRC
from tests.statute.vectors import FOLDER, vectors


def dangling(register: Iterable[Article]) -> list[str]:
    """Modules and vector files that the register names and the tree has not."""
    out = []
    for one in register:
        out += [f"{one.number}: {module}" for module in one.modules if not (SRC / module).is_file()]
        out += [f"{one.number}: {name}" for name in one.vectors if not (FOLDER / name).is_file()]
    return out


def test_every_article_stands_once_in_order() -> None:
    assert [one.number for one in articles()] == list(range(1, 57))
    assert all(one.gist for one in articles())
    assert covered().total() == 56


def test_what_is_named_is_there() -> None:
    assert dangling(articles()) == []


def test_control_what_is_not_there_is_named() -> None:
    bad = Article(1, "示例", Coverage.COMPLETE, ("statute/nothing.py",), ("nothing.toml",))
    assert dangling([bad]) == ["1: statute/nothing.py", "1: nothing.toml"]


def test_an_article_that_is_covered_names_its_module_and_one_in_part_says_what_is_left() -> None:
    for one in articles():
        assert bool(one.modules) == (one.coverage is not Coverage.NOT_SOFTWARE), one.number
        if one.coverage is Coverage.PARTLY:
            assert one.note, one.number
        assert one.coverage.words


def test_articles_named_by_vectors_of_decisions_are_covered() -> None:
    named = {case["law"] for case in vectors("decisions")}
    assert any("第三十二条" in law for law in named)
    assert article(32).coverage is Coverage.COMPLETE


def test_there_is_no_article_57() -> None:
    with pytest.raises(FormError, match="57"):
        article(57)
