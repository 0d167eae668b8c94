"""A list of rows as an office needs it: search, filters, sorting, pages, a print view, export as CSV and
XLSX.

A view says which columns there are and hands over the rows it may show (already of one organ); everything
that the
address asks for (``q``, ``sort``, ``page``, ``view=print``, ``export=csv``) is done here, the same way
everywhere.

::

    COLUMNS = (Column("name", "姓名", sort="name"), Column("unit", "处室", lambda p: p.unit or ""))
    listing = Listing("people", "人员", COLUMNS, Person.objects.for_organ(organ), search=("name", "login"))
    return listing.answer(request, "people/list.html")
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.db.models import F, OrderBy, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from gongkai.web.pages.exports import csv_answer, xlsx_answer

PER_PAGE = 50
SHORT = 11
"""What is at most so long stays on one line: a number, a day as the office writes it."""
EXPORT_LIMIT = 100_000
"""Rows that one export takes."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key, its heading, how to get its value (else the attribute ``key``), how to sort by it.

    ``link`` gives the address that the value leads to; ``export`` is False for what only a screen needs.
    """

    key: str
    heading: str
    value: Callable[[Any], Any] | None = None
    sort: str = ""
    link: Callable[[Any], str] | None = None
    export: bool = True
    number: bool = False

    def of(self, row: Any) -> Any:
        """The value of this column in a row."""
        value = self.value(row) if self.value else getattr(row, self.key)
        return "" if value is None else value


@dataclass(frozen=True, slots=True)
class Choice:
    """A filter with few values: its key in the address, its words, the values, and what each one asks for."""

    key: str
    words: str
    options: tuple[tuple[str, str], ...]
    query: Callable[[str], Q]


@dataclass(slots=True)
class Listing:
    """A list and what a request makes of it."""

    key: str
    title: str
    columns: Sequence[Column]
    rows: QuerySet[Any]
    search: Sequence[str] = ()
    filters: Sequence[Choice] = ()
    empty: str = "还没有内容。"
    order: str = ""
    also: Callable[[str], Q] | None = None
    """Further rows that the words looked for stand for (an exact name by its blind index, say)."""
    context: dict[str, Any] = field(default_factory=dict)

    def chosen(self, request: HttpRequest) -> QuerySet[Any]:
        """The rows that the address asks for, in its order; an unknown order or value is passed over."""
        rows = self.rows
        words = request.GET.get("q", "").strip()[:100]
        if words and self.search:
            asked = Q()
            # Chinese and figures have no small and capital letters; PostgreSQL would fold every row for it.
            how = "contains" if words.upper() == words.lower() else "icontains"
            for name in self.search:
                asked |= Q(**{f"{name}__{how}": words})
            if self.also:
                asked |= self.also(words)
            rows = rows.filter(asked)
        for one in self.filters:
            value = request.GET.get(one.key, "")
            if value in {key for key, _ in one.options}:
                rows = rows.filter(one.query(value))
        sort = request.GET.get("sort", self.order)
        column = next((c for c in self.columns if c.sort and c.key == sort.lstrip("-")), None)
        if column:
            # Ties in the direction of the order: then an index that ends with the key holds the whole of it.
            down = sort.startswith("-")
            rows = rows.order_by(_order(rows, column.sort, down), "-pk" if down else "pk")
        return rows if rows.ordered else rows.order_by("pk")

    def page(self, rows: QuerySet[Any], number: str | None, sought: bool = False) -> Page[Any]:
        """A page of the chosen rows; an unknown number is the nearest there is.

        The keys are found first, which an index can answer alone, and the rows by them: what lies before a
        page far behind is counted, not read. Where words were ``sought``, which no index helps with, a first
        page that is not full is not counted again.
        """
        keys: Any = rows.values_list("pk", flat=True)
        first = list(keys[:PER_PAGE]) if sought and number in {None, "", "1"} else []
        page = Paginator(first if 0 < len(first) < PER_PAGE else keys, PER_PAGE).get_page(number)
        wanted = first or list(page.object_list)
        found = {row.pk: row for row in self.rows.order_by().filter(pk__in=wanted)}
        page.object_list = [found[key] for key in wanted if key in found]
        return page

    def answer(self, request: HttpRequest, template: str, **context: Any) -> HttpResponse:
        """The page, its print view, or the export that the address asks for."""
        rows = self.chosen(request)
        day = timezone.localdate()
        export = request.GET.get("export", "")
        if export in {"csv", "xlsx"}:
            return self.exported(rows, export, day)
        if request.GET.get("view") == "print":
            printed = {"listing": self, "page": Paginator(rows, EXPORT_LIMIT).get_page(1), "today": day}
            return render(request, "pages/print.html", printed | self.context | context)
        page = self.page(rows, request.GET.get("page"), bool(request.GET.get("q", "").strip()))
        shown = {"listing": self, "page": page, "headings": list(self.headings(request))}
        shown |= {"asked": request.GET.get("q", ""), "kept": self.kept(request, page)}
        shown["chosen_filters"] = [(one, request.GET.get(one.key, "")) for one in self.filters]
        return render(request, template, shown | self.context | context)

    def exported(self, rows: QuerySet[Any], kind: str, day: dt.date) -> HttpResponse:
        """All chosen rows as a file; texts that a spreadsheet would take for a formula stay texts."""
        columns = [c for c in self.columns if c.export]
        lines = ([c.of(row) for c in columns] for row in rows[:EXPORT_LIMIT].iterator(chunk_size=2000))
        name = f"{self.title}_{day.isoformat()}"
        make = csv_answer if kind == "csv" else xlsx_answer
        return make(name, [c.heading for c in columns], lines)

    def headings(self, request: HttpRequest) -> Iterator[dict[str, Any]]:
        """Each heading with the address that sorts by it, and how it is sorted now (aria-sort)."""
        now = request.GET.get("sort", self.order)
        for column in self.columns:
            address, order = "", ""
            if column.sort:
                down = now == column.key
                query = request.GET.copy()
                query["sort"] = f"-{column.key}" if down else column.key
                query.pop("page", None)
                address = f"?{query.urlencode()}"
                order = "ascending" if down else "descending" if now == f"-{column.key}" else ""
            yield {"words": column.heading, "address": address, "order": order, "number": column.number}

    def kept(self, request: HttpRequest, page: Page[Any]) -> dict[str, str]:
        """Addresses that keep what is chosen: the pages before and after, exports, print."""
        query = {k: v for k, v in request.GET.items() if k not in {"page", "export", "view"}}

        def address(**more: str | int) -> str:
            return f"?{urlencode(query | {k: str(v) for k, v in more.items()})}"

        out = {"csv": address(export="csv"), "xlsx": address(export="xlsx"), "print": address(view="print")}
        if page.has_previous():
            out["before"] = address(page=page.previous_page_number())
        if page.has_next():
            out["after"] = address(page=page.next_page_number())
        return out

    def lines(self, rows: Any) -> Iterator[list[dict[str, Any]]]:
        """The cells of the rows of a page: value, link, whether a number."""
        for row in rows:
            yield [
                {
                    "value": value,
                    "link": c.link(row) if c.link else "",
                    "number": c.number,
                    "short": len(str(value)) <= SHORT,
                    "heading": c.heading,
                }
                for c in self.columns
                for value in (c.of(row),)
            ]


def _order(rows: QuerySet[Any], name: str, down: bool) -> str | OrderBy:
    """An order in which rows without the value stand last, both up and down; by default databases differ.

    Nothing is said of that where there always is a value, for PostgreSQL would then pass over the index.
    """
    if not _may_be_blank(rows, name):
        return f"-{name}" if down else name
    return F(name).desc(nulls_last=True) if down else F(name).asc(nulls_last=True)


def _may_be_blank(rows: QuerySet[Any], name: str) -> bool:
    """Whether a row may lack the value: a field that may be null on the way to it, or something computed."""
    if name in rows.query.annotations:
        return True
    model: Any = rows.model
    for part in name.split("__"):
        one = model._meta.get_field(part)
        if one.null:
            return True
        model = one.related_model
    return False
