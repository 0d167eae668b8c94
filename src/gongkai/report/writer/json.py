"""A report in the exchange form (``gongkai/report/1``): what other programs read, by the project's schema.

Everything that was read goes along (flags with their readings, statements, other tables of one kind), so this
is the one format from which nothing has to be read again.
"""

from __future__ import annotations

import json

from gongkai.report.document import AnnualReport
from gongkai.report.exchange import to_json


def write(report: AnnualReport) -> bytes:
    """One JSON object, indented, UTF-8, ending in a line feed."""
    return (json.dumps(to_json(report), ensure_ascii=False, indent=2) + "\n").encode()
