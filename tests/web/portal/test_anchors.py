"""Ids on the page: unique for each place, fit for an address."""

from __future__ import annotations

from gongkai.report.document import Place
from gongkai.tables.form import TABLES, form
from gongkai.web.portal.anchors import cell_id, place_id


def test_every_cell_has_an_id_of_its_own() -> None:
    paths = [
        path for edition in ("2021", "2019") for key in TABLES for path in form(edition).table(key).paths()
    ]
    ids = {cell_id("part1", *path) for path in paths}
    assert len(ids) == len(set(paths))
    assert all(i.replace("-", "").isalnum() for i in ids)


def test_a_place_is_a_cell_a_block_or_nothing() -> None:
    assert place_id(Place(block=3, row=1, cell=2)) == "source3-1-2"
    assert place_id(Place(block=3, line=9)) == "source3"
    assert place_id(Place(line=9)) == ""
    assert place_id(None) == ""
