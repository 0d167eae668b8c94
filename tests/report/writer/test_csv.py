"""The tidy table: one row a cell, readable by anybody's CSV reader, safe in a spreadsheet, explained."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

from gongkai.files.sniff import TIDY_HEADER
from gongkai.report.document import CellValue, Flag
from gongkai.report.formula import STARTS
from gongkai.report.writer.csv import dictionary, write
from gongkai.tables.form import EDITIONS, TABLES, form
from tests.report.writer.test_layout import report_of
from tests.report.writer.test_prose import report_of as with_prose


def rows(data: bytes) -> list[dict[str, str]]:
    """The rows as any reader of CSV gives them."""
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_one_header_a_mark_and_a_row_for_every_cell() -> None:
    data = write(report_of())
    assert data.startswith(b"\xef\xbb\xbf")
    found = rows(data)
    assert tuple(found[0]) == TIDY_HEADER
    paths = [(r["table"], r["row"], r["column"]) for r in found if r["table"] in TABLES]
    assert paths == [path for table in form("2021").tables for path in table.paths()]
    assert all(r["row_label"] and r["column_label"] for r in found if r["table"] in TABLES)


def test_the_kinds_of_value() -> None:
    cells: dict[tuple[str, str], CellValue] = {("disclosed", "total"): "/", ("disclosed", "other"): None}
    report = report_of(applications=cells, proactive={("administrative_charge", "amount"): "12.50"})
    kept = dict(report.tables["applications"].cells)  # type: ignore[union-attr]
    del kept["disclosed", "business"]
    kept["disclosed", "legal_service"] = None
    table = replace(report.tables["applications"], cells=kept)  # type: ignore[type-var]
    flag = Flag(("applications", "disclosed", "legal_service"), "?")
    found = rows(write(replace(report, tables={**report.tables, "applications": table}, flags=(flag,))))
    kinds = {r["column"]: (r["value"], r["value_kind"]) for r in found if r["row"] == "disclosed"}
    assert kinds["natural_person"] == ("0", "number")
    assert kinds["business"] == ("", "absent")
    assert kinds["other"] == ("", "blank")
    assert kinds["legal_service"] == ("", "unsettled")
    assert kinds["total"] == ("/", "text")
    charge = next(r for r in found if r["row"] == "administrative_charge")
    assert (charge["value"], charge["value_kind"], charge["unit"]) == ("12.50", "number", "万元")


def test_no_field_begins_a_formula() -> None:
    report = replace(with_prose(last="=HYPERLINK(1)\n+1"), organ="@机关", title="-标题")
    table = replace(report_of().tables["remedies"], cells={("reconsideration", "total"): "--"})  # type: ignore[type-var]
    found = rows(write(replace(report, tables={"remedies": table})))
    fields = [value for row in found for value in row.values()]
    assert [value for value in fields if value[:1] and value[0] in STARTS] == []
    assert "'--" in fields


def test_a_negative_number_stays_a_number() -> None:
    found = rows(write(report_of("2019", proactive={("licence", "change"): -3})))
    change = next(r for r in found if (r["row"], r["column"]) == ("licence", "change"))
    assert (change["value"], change["value_kind"]) == ("-3", "number")


def test_the_unit_is_the_one_that_print_counts_in() -> None:
    report = report_of(proactive={("administrative_charge", "amount"): "1200"})
    table = replace(report.tables["proactive"], labels={"amount": "本年收费金额（单位：元）"})  # type: ignore[type-var]
    found = rows(write(replace(report, tables={"proactive": table})))
    charge = next(r for r in found if r["row"] == "administrative_charge")
    assert (charge["unit"], charge["column_label"]) == ("元", "本年收费金额（单位：元）")


def test_the_dictionary_explains_every_column_and_every_key() -> None:
    told = {row["键"] for row in csv.DictReader(io.StringIO(dictionary().decode("utf-8-sig"), newline=""))}
    assert set(TIDY_HEADER) <= told
    assert {"absent", "blank", "number", "text", "unsettled"} <= told
    for edition in EDITIONS:
        for table in form(edition).tables:
            assert {f"{table.key}.{part.key}" for part in (*table.rows, *table.columns)} <= told
