"""Random reports of both editions for property tests: every kind of cell, flag, statement and finding."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

from hypothesis import strategies as st

from gongkai.report.document import (
    AnnualReport,
    Candidate,
    Chapter,
    Flag,
    Source,
    Statement,
    Table,
)
from gongkai.report.schema import BOUNDS, ORGAN_KINDS, READ_BY, VERDICTS
from gongkai.tables.form import EDITIONS, TABLES, TableForm, form
from gongkai.values.findings import Finding, Severity, Where

texts = st.text(max_size=12)
whole = st.integers(-(10**12), 10**12)
cell_values = st.one_of(st.none(), whole, st.sampled_from(["/", "12.50", "0", "３件", ""]), texts)
places = st.integers(1, 5_000)


def tables(shape: TableForm) -> st.SearchStrategy[Table]:
    """A table of that form with any of its cells, labels and units."""
    editions = [form(edition).table(shape.key) for edition in EDITIONS]
    cells = [(row, column) for edition in editions for _, row, column in edition.paths()]
    keys = [label.key for label in (*shape.rows, *shape.columns)]
    some = st.dictionaries(st.sampled_from(cells), cell_values, max_size=30)
    labels = st.dictionaries(st.sampled_from(keys), texts, max_size=4)
    units = st.dictionaries(st.sampled_from(cells), texts, max_size=3)
    return st.builds(
        lambda c, n, u: Table(
            shape.key, MappingProxyType(c), labels=MappingProxyType(n), units=MappingProxyType(u)
        ),
        some,
        labels,
        units,
    )


def flags(shape: TableForm) -> st.SearchStrategy[Flag]:
    """A flag on the table, a row or a cell, with readings."""
    cells = [(row, column) for _, row, column in shape.paths()]
    candidates = st.builds(
        Candidate,
        st.dictionaries(st.sampled_from(cells), cell_values, max_size=3).map(MappingProxyType),
        st.sampled_from(READ_BY),
        st.booleans(),
    )
    where = st.sampled_from(list(shape.paths())).flatmap(lambda p: st.integers(1, 3).map(lambda n: p[:n]))
    return st.builds(Flag, where, texts, st.lists(candidates, max_size=2).map(tuple))


spans = st.tuples(st.integers(0, 999), st.integers(0, 999))
subjects = st.sampled_from(["applications.received", "channel.website.posts", "fee.charged"])
paths = st.lists(texts, max_size=3).map(tuple)
statements = st.builds(
    Statement,
    subject=subjects,
    value=st.one_of(whole, texts),
    unit=texts,
    bound=st.sampled_from(BOUNDS),
    chapter=st.integers(1, 6),
    span=spans,
    text=texts,
    verdict=st.sampled_from(VERDICTS),
    against=paths,
    expected=cell_values,
    scope=st.none() | texts,
    period=st.none() | texts,
)
wheres = st.builds(
    Where,
    table=st.none() | st.sampled_from(TABLES),
    row=st.none() | texts,
    column=st.none() | texts,
    chapter=st.none() | st.integers(1, 6),
    span=st.none() | spans,
    page=st.none() | places,
    line=st.none() | places,
    block=st.none() | places,
)
findings = st.builds(
    Finding,
    code=st.from_regex(r"R[1-9][0-9]{2}", fullmatch=True),
    severity=st.sampled_from(Severity),
    where=wheres,
    said=cell_values,
    expected=cell_values,
    clause=texts,
    message=texts,
    hint=texts,
)


@st.composite
def reports(draw: Any) -> AnnualReport:
    """A report of either edition; its six chapters are there, found or not."""
    edition = draw(st.sampled_from(EDITIONS))
    shapes = form(edition).tables
    found = {shape.key: draw(st.none() | tables(shape)) for shape in shapes}
    chapter = st.builds(Chapter, st.just(0), texts, st.booleans(), texts)
    return AnnualReport(
        source=draw(st.builds(Source, texts, st.sampled_from(["html", "pdf", "txt"]), texts)),
        organ=draw(st.none() | texts),
        organ_kind=draw(st.none() | st.sampled_from(ORGAN_KINDS)),
        title=draw(st.none() | texts),
        year=draw(st.none() | st.integers(2008, 2100)),
        edition=edition,
        dated_on=draw(st.none() | st.dates()),
        published_on=draw(st.none() | st.dates()),
        chapters=tuple(
            draw(st.builds(Chapter, st.just(n), texts, st.booleans(), texts)) for n in range(1, 7)
        ),
        preamble=draw(st.none() | chapter),
        tables=MappingProxyType(found),
        other_tables=tuple(draw(st.lists(st.sampled_from(shapes).flatmap(tables), max_size=2))),
        flags=tuple(draw(st.lists(st.sampled_from(shapes).flatmap(flags), max_size=3))),
        statements=tuple(draw(st.lists(statements, max_size=3))),
        findings=tuple(draw(st.lists(findings, max_size=3))),
        part=draw(st.none() | st.tuples(places, places)),
    )
