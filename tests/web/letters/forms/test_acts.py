"""The small forms: Chinese errors, the pattern held against the norm, its preview."""

from __future__ import annotations

from django.core.files.uploadedfile import SimpleUploadedFile

from gongkai.letters.numbers import PATTERN
from gongkai.web.letters.forms.acts import DispatchForm, IssueForm, PatternForm, ScanForm, VoidForm


def test_each_names_the_version_seen() -> None:
    assert IssueForm({"on": "2026-03-25", "seen": "1"}).is_valid()
    assert DispatchForm({"way": "paper", "on": "2026-03-25", "seen": "1"}).is_valid()
    assert ScanForm({"seen": "1"}, {"file": SimpleUploadedFile("甲.pdf", b"x")}).is_valid()
    assert VoidForm({"reason": "甲", "seen": "1"}).is_valid()
    for form in (IssueForm({"on": "2026-03-25"}), VoidForm({"reason": "甲", "seen": "x"})):
        assert "seen" in form.errors
    assert DispatchForm({"way": "pigeon", "on": "2026-03-25", "seen": "1"}).errors["way"] == [
        "请从列表中选择。"
    ]


def test_the_pattern_and_its_preview() -> None:
    form = PatternForm({"mark": "临司", "pattern": PATTERN, "since": "2026-03-25"})
    assert form.is_valid()
    assert ("答", "临司公开答〔2026〕1号") in form.preview()
    wrong = PatternForm({"mark": "临司", "pattern": "{prefix}{serial}", "since": "2026-03-25"})
    assert "不能用" in wrong.errors["pattern"][0]
    assert list(PatternForm({"pattern": PATTERN, "since": "2026-03-25"}).errors) == ["mark"]
