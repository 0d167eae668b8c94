"""All mutations, each with the layouts it makes sense in and whether the figures stay determinable.

A kind is *determinable* when print and equations leave one reading; a reader must then give it, without a
flag, in at least 95 of 100 reports. In any other kind a flag is as good. In none may a wrong figure stand
without one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from . import changes_shape as shape
from . import changes_text as text
from .case import ALL, GRIDDED, HTML, LISTED, MARKED, PLAIN, TEXTUAL, Case


@dataclass(frozen=True, slots=True)
class Mutation:
    """A change of a report; ``apply`` answers False where the report gives it nothing to change."""

    name: str
    apply: Callable[[Case], bool]
    layouts: frozenset[str]
    determinable: bool = True


UNGLUED = ALL - {"glued"}
ROWS = GRIDDED | LISTED

MUTATIONS: tuple[Mutation, ...] = tuple(
    Mutation(f.__name__, f, layouts, determinable)
    for f, layouts, determinable in (
        (text.nothing, ALL, True),
        (text.gb18030, TEXTUAL, True),
        (text.utf16, TEXTUAL, True),
        (text.traditional, ALL, True),
        (text.label_variants, UNGLUED, True),
        (text.label_numbering, ALL, True),
        (text.label_typo, ROWS, True),
        (text.label_broken, MARKED, True),
        (text.full_width, ALL, True),
        (text.thousands, UNGLUED, True),
        (text.units, UNGLUED, True),
        (text.wrap_digits, MARKED, True),
        (text.blank_for_zero, UNGLUED, True),
        (text.slash, UNGLUED, True),
        (text.dash, UNGLUED, True),
        (shape.merge_equal, MARKED, True),
        (shape.merge_figures, MARKED, False),
        (shape.split_number, ROWS, False),
        (shape.glue_spaced, GRIDDED, True),
        (shape.glue_bare, GRIDDED, False),
        (shape.drop_spans, HTML | {"docx"}, True),
        (shape.drop_some_spans, HTML | {"docx"}, True),
        (shape.shift_right, GRIDDED, True),
        (shape.shift_block, GRIDDED, True),
        (shape.shift_left, GRIDDED, True),
        (shape.shift_sparse, GRIDDED, False),
        (shape.swap_labels, ALL, False),
        (shape.exchange_rows, ALL, False),
        (shape.exchange_columns, MARKED, False),
        (shape.extra_rows, GRIDDED, True),
        (shape.extra_column, GRIDDED, True),
        (shape.repeated_head, ROWS | PLAIN, True),
        (shape.table_cut, ROWS | PLAIN, True),
        (shape.table_twice, ROWS | {"spaced"}, True),
        (shape.stray_number, UNGLUED, True),
        (shape.missing_row, UNGLUED, True),
        (shape.missing_column, MARKED, False),
        (shape.missing_number, ROWS | PLAIN, False),
        (shape.label_in_two_rows, GRIDDED, True),
        (shape.numbers_below, GRIDDED, True),
        (shape.numbers_above, GRIDDED, True),
        (shape.head_low, ROWS | {"one_cell"}, True),
    )
)

BY_NAME = {m.name: m for m in MUTATIONS}
