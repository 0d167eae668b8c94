"""Panels come in their order, the same key replaces, and one that has nothing to show is left out."""

from __future__ import annotations

import pytest

from gongkai.web.applications import panels
from gongkai.web.applications.cases import state_of
from gongkai.web.applications.panels import filled, register_panel
from tests.web.applications.lives import DAY, filed
from tests.web.offices import Office


@pytest.fixture
def empty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(panels, "_PANELS", {})


def test_in_order_and_replaced(empty: None) -> None:
    register_panel("b", 20, "b.html", lambda actor, state: {})
    register_panel("a", 30, "old.html", lambda actor, state: {})
    register_panel("a", 10, "a.html", lambda actor, state: {})
    assert [(one.key, one.template) for one in panels.panels()] == [("a", "a.html"), ("b", "b.html")]


def test_none_leaves_it_out(empty: None, office: Office) -> None:
    one, _ = filed(office)
    register_panel("no", 1, "no.html", lambda actor, state: None)
    register_panel("yes", 2, "yes.html", lambda actor, state: {"words": str(state.stage)})
    [(panel, values)] = filled(office.actor("handler"), state_of(one, DAY))
    assert panel.key == "yes"
    assert (values["words"], values["case"]) == ("processing", one)
