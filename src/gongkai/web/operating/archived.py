"""The audit chains as they stand in an archive, verified before anything of it is written.

An archive fits its manifest even where somebody has changed both; only chains, heads and anchors tell.

Source: security checks C06, C08.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any

from gongkai.web.audit.chain import Anchor, Break, Line, breaks
from gongkai.web.audit.verifying import FIELDS
from gongkai.web.operating.neutral import columns, read_back

LINES, HEADS, ANCHORS = "audit.auditline", "audit.audithead", "audit.auditanchor"


def rows(archive: zipfile.ZipFile, part: str, model: Any) -> Iterator[dict[str, Any]]:
    """The rows of one table in the archive, by the model's columns; raises ``ValueError`` for others."""
    fields = columns(model)
    with archive.open(part) as lines:
        for line in lines:
            values = zip(fields, json.loads(line), strict=True)
            yield {field.attname: read_back(field, value) for field, value in values}


def breaks_in(archive: zipfile.ZipFile, folder: str, models: Mapping[str, Any]) -> list[Break]:
    """Every place where the chains of the archive do not hold; ``models`` are those of its version.

    The tables stand in the archive in the order of their keys, and so each chain in the order of its lines.
    """

    def read(label: str) -> Iterator[dict[str, Any]]:
        return rows(archive, f"{folder}{label}.jsonl", models[label])

    heads = {row["chain"]: (row["number"], row["hash"]) for row in read(HEADS)}
    anchors = [Anchor(row["day"], row["heads"], row["algorithm"], row["root"]) for row in read(ANCHORS)]
    return breaks((Line(*(row[name] for name in FIELDS)) for row in read(LINES)), heads, anchors)
