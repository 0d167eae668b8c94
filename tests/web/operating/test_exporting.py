"""The export can be checked with nothing but a hash function."""

from __future__ import annotations

import hashlib
import json

import pytest
from django.utils import timezone

from gongkai.web.audit.models import AuditLine
from gongkai.web.audit.verifying import anchor, verify
from gongkai.web.operating.exporting import export
from tests.web.offices import Office


def checked(lines: list[str]) -> bool:
    """Check an export by what its first line says, without this software."""
    about, *rows, last = [json.loads(line) for line in lines]
    previous = "0" * 64
    for number, one in enumerate(rows, 1):
        listed = [one[name] for name in about["hashed"]]
        text = json.dumps(listed, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        digest = hashlib.new(one["algorithm"], text.encode()).hexdigest()
        if (one["number"], one["previous"], one["hash"]) != (number, previous, digest):
            return False
        previous = digest
    return last["head"] == [len(rows), previous]


@pytest.mark.django_db
def test_it_holds_and_a_change_shows(office: Office, other_office: Office) -> None:
    office.client("office_head").post(
        "/office/notices/templates/due.soon/", {"title": "近", "text": "{编号}"}
    )
    anchor(timezone.localdate(), timezone.now())
    lines = list(export(office.organ.code, timezone.now()))
    assert len(lines) == 2 + 2
    assert checked(lines)
    assert not checked([line.replace("due.soon", "due.late") for line in lines])
    assert not checked([lines[0], *lines[2:]])
    assert other_office.organ.code not in "".join(lines)
    assert AuditLine.objects.filter(act="audit.export").count() == 1
    assert verify() == []
