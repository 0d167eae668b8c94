"""The form of a proposal: a field for each fact that its kind needs and that is not on file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms

from gongkai.statute.decisions import DecisionKind
from gongkai.statute.facts import Fact
from gongkai.web.applications.actions.propose import Draft, limbs_for
from gongkai.web.applications.cases import CaseState
from gongkai.web.applications.forms.entry import NO_SEEN
from gongkai.web.applications.models import Proposal
from gongkai.web.applications.proposing import asked, bars
from gongkai.web.pages.forms import OfficeForm, dress, lines_of

FACT = "fact-"
BARS = "bars"
YES = "存在"


class ProposalForm(OfficeForm):
    """What is written down for a kind of decision; ``seen`` is the number of the last proposal shown."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, error_messages={"required": NO_SEEN})

    def __init__(
        self,
        state: CaseState,
        kind: DecisionKind,
        grounds: Sequence[str],
        standing: Sequence[Proposal],
        *args: Any,
        **kwargs: Any,
    ) -> None:
        self.kind, self.grounds, self.standing = kind, tuple(grounds), list(standing)
        # The articles are those of the facts, which differ from kind to kind.
        self.articles: dict[str, str] = {}
        super().__init__(*args, **kwargs)
        limbs = sorted({limb for known in limbs_for(kind.key, grounds).values() for limb in known})
        for one in asked(kind, state, grounds):
            for each in one.facts:
                self._add(each, one.must, limbs)
        if found := bars(kind, grounds):
            self.fields[BARS] = forms.MultipleChoiceField(
                label="有没有下列情形？有的请勾选",
                choices=[(each.key, each.name) for each in found],
                required=False,
                widget=forms.CheckboxSelectMultiple,
                help_text="勾选以后，系统会说明为什么不能这样决定。",
            )
        self.fields["reasons"] = forms.CharField(
            label="拟办说明", required=False, max_length=2000, widget=forms.Textarea({"rows": 3}),
            help_text="给审核人看的说明，不写入答复书。",
        )  # fmt: skip
        if standing:
            self.fields["instead_of"] = forms.ChoiceField(
                label="与已有处理意见的关系",
                required=False,
                choices=[("", "另有一项处理决定（与已有的并列）")]
                + [(str(p.pk), f"代替第{p.number}项“{p.decision.title}”") for p in standing],
            )
        dress(self)

    def _add(self, one: Fact, must: bool, limbs: Sequence[str]) -> None:
        name = FACT + one.key
        help_text = one.missing if must else f"以下几项至少填写一项。{one.missing}"
        if one.key == "limb":
            self.fields[name] = forms.ChoiceField(
                label=one.name, choices=[("", "请选择"), *((limb, limb) for limb in limbs)], required=must
            )
        else:
            self.fields[name] = forms.CharField(
                label=one.name, required=must, max_length=2000, widget=forms.Textarea({"rows": 3})
            )
        self.fields[name].help_text = f"{help_text}。" if help_text else ""
        self.articles[name] = one.article

    def lines(self) -> Iterator[dict[str, Any]]:
        """Each field with the article of its fact."""
        yield from lines_of(self, self.articles)

    def draft(self, answers: dict[str, str]) -> Draft:
        """The proposal that the form describes."""
        data = self.cleaned_data
        facts = {
            name.removeprefix(FACT): text.strip()
            for name, text in data.items()
            if name.startswith(FACT) and text.strip()
        }
        facts |= dict.fromkeys(data.get(BARS, ()), YES)
        return Draft(self.kind.key, self.grounds, facts, answers, data["reasons"].strip())

    @property
    def replaced(self) -> Proposal | None:
        """The proposal in whose place this one is put."""
        chosen = self.cleaned_data.get("instead_of", "")
        return next((one for one in self.standing if str(one.pk) == chosen), None)
