"""What an office file says of itself beside its content: the day of publication as a property.

Word, Excel, WPS and LibreOffice show such properties and keep them when a file is saved again. Ours is called
:data:`gongkai.report.printed.PUBLISHED`; a file from elsewhere that has one of that name is believed as well.
Source: ISO/IEC 29500-2, annex D; ISO/IEC 29500-1, 22.3 (custom properties).
"""

from __future__ import annotations

import re

from gongkai.files.archives import Archive
from gongkai.report.printed import PUBLISHED
from gongkai.values.errors import Refused

PART = "docProps/custom.xml"
"""The part of the package that holds the properties."""
_DAY = re.compile(r"\s*(\d{4}-\d{2}-\d{2})")


def published_on(archive: Archive) -> str | None:
    """The day as ``YYYY-MM-DD``; None where the package names none, or its properties are damaged.

    Raises :class:`gongkai.values.errors.OverLimit` where the part is larger than the limits allow.
    """
    if PART not in archive.names:
        return None
    try:
        properties = archive.xml(PART)
    except Refused:  # the report itself may be whole
        return None
    for one in properties.iter("{*}property"):
        match = _DAY.match("".join(one.itertext()))
        if one.get("name") == PUBLISHED and match:
            return match[1]
    return None
