"""The form for a paper signature."""

from __future__ import annotations

from gongkai.web.review.paper_form import PaperForm
from tests.web.offices import Office


def test_its_choices(office: Office) -> None:
    form = PaperForm(tasks=[(1, "一审一校")], people=[office.person("reviewer")])
    assert form.fields["task"].choices == [(1, "一审一校")]  # type: ignore[attr-defined]
    assert form.fields["signer"].choices[0][1] == office.person("reviewer").name  # type: ignore[attr-defined]
    assert not PaperForm({}, {}, tasks=[], people=[]).is_valid()
