"""What speaks for disclosure to everybody is told by whoever knows of it, once."""

from __future__ import annotations

import pytest

from gongkai.web.replies import suggested
from gongkai.web.replies.suggested import register_suggestions, suggestions
from tests.web.offices import Office
from tests.web.replies.desk import applied


def test_every_source_is_asked_once(bureau: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(suggested, "_FINDS", [])
    one = applied(bureau)
    assert suggestions(one) == []

    def find(application: object) -> list[str]:
        return [f"{application}的申请人建议。"]

    register_suggestions(find)
    register_suggestions(find)
    assert suggestions(one) == [f"{one.number}的申请人建议。"]
