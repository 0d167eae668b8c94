"""A form made from the vocabulary: the facts that a document asks for and that nobody knows yet.

Each field has the fact's Chinese name, its kind, where it comes from and, where there is one, its article. A
refusal by :mod:`gongkai.letters` is shown at the fields that it names; one that the form did not have is
added to it (``extra``).
"""

from __future__ import annotations

import types
from collections.abc import Collection, Iterable, Mapping
from typing import Any, ClassVar

from django import forms

from gongkai.letters.document import Document, Remedies, document
from gongkai.letters.vocabulary import Fact, Kind, Source, vocabulary
from gongkai.letters.vocabulary import fact as fact_of
from gongkai.statute.facts import facts as on_file
from gongkai.values.errors import FactsError
from gongkai.web.letters.forms.rows import RowsField
from gongkai.web.pages.forms import OfficeForm, dress

REMEDY_FACTS = ("organ_kind", "government", "superior", "review_body", "review_channel", "court")
_HELP = {
    Kind.PASSAGE: "写成完整的句子，可以分段。",
    Kind.LIST: "一行一项。",
    Kind.CLAUSE: "接在句子中间，末尾不加句号。",
    Kind.AMOUNT: "整数，单位为元。",
    Kind.COUNT: "",
}
_UNKNOWN = (("", "未填"), ("yes", "是"), ("no", "否"))


def asked(kind: str, known: Collection[str]) -> dict[str, bool]:
    """The facts to ask for a document, in order; True for those that it always needs.

    ``known`` are those that the case, the organ's records or the numbering give.
    """
    one = document(kind)
    found = dict(one.facts())
    if one.series:
        found.pop("number", None)
    if len(one.decisions) > 1:
        found = {"decision": True, **{k: v for k, v in found.items() if k != "decision"}}
    if one.remedies is not Remedies.NONE:
        found |= {"delivery": True}
        found |= {key: found.get(key, False) for key in REMEDY_FACTS}
    return {key: must for key, must in found.items() if key not in known and not of_the_letter(key)}


def of_the_letter(key: str) -> bool:
    """Whether the fact belongs to the letter itself and stays with its versions (what it corrects)."""
    return fact_of(key).source is Source.LETTER


class FactsForm(OfficeForm):
    """The day of the letter and its facts; :func:`facts_form` makes one for a document."""

    extra = forms.CharField(required=False, widget=forms.HiddenInput)
    on = forms.DateField(label="成文日期", help_text="期限、费用和救济途径按这一天有效的规定计算。")

    KEYS: ClassVar[tuple[str, ...]] = ()

    def given(self) -> dict[str, Any]:
        """The facts as :mod:`gongkai.letters` takes them."""
        return {key: _given(fact_of(key), self.cleaned_data.get(key)) for key in self.KEYS}

    def tell(self, error: FactsError) -> None:
        """Show a refusal at each field that it names, and as a whole where it names none of the form."""
        named = [key for key in error.facts if key in self.fields]
        for key in named:
            self.add_error(key, _sentence(key, error, alone=len(error.facts) == 1))
        if not named:
            self.add_error(None, error.sentence)
        dress(self)


def facts_form(
    kind: str,
    known: Collection[str],
    data: Mapping[str, Any] | None = None,
    *,
    initial: Mapping[str, Any] | None = None,
    extra: Iterable[str] = (),
) -> FactsForm:
    """The form for a document; ``extra`` are further facts that a refusal asked for."""
    keys = asked(kind, known)
    more = [*extra, *(data.get("extra", "").split(",") if data else ())]
    allowed = {one.key for one in vocabulary() if one.source not in (Source.COMPUTED, Source.LETTER)} - {
        "number",
        *known,
    }
    keys |= {key: True for key in more if key in allowed and key not in keys}
    fields = {key: field_of(fact_of(key), must, document(kind)) for key, must in keys.items()}
    articles = {one.key: one.article for one in on_file() if one.key in keys}
    body = {**fields, "KEYS": tuple(keys), "ARTICLES": articles}
    made: type[FactsForm] = types.new_class("FactsFormOf", (FactsForm,), exec_body=lambda ns: ns.update(body))
    started = _initial(initial or {}) | {"extra": ",".join(key for key in more if key in keys)}
    form: FactsForm = made(data, initial=started)
    if data is not None:
        form.data = _with_extra(data, started["extra"])
    return form


def _with_extra(data: Mapping[str, Any], extra: str) -> Any:
    copied = data.copy() if hasattr(data, "copy") else dict(data)
    copied["extra"] = extra
    return copied


def field_of(one: Fact, must: bool, of: Document) -> forms.Field:
    """The field of a fact, by its kind; ``of`` narrows the choice of the decision."""
    told = "；".join(filter(None, (_HELP.get(one.kind, ""), f"来源：{one.source.words}")))
    common: dict[str, Any] = {
        "label": one.name,
        "required": must,
        "help_text": f"{told}。".replace("。；", "；"),
    }
    match one.kind:
        case Kind.DATE | Kind.DEADLINE:
            return forms.DateField(**common)
        case Kind.COUNT | Kind.AMOUNT:
            return forms.IntegerField(min_value=0, **common)
        case Kind.CHOICE:
            return forms.ChoiceField(choices=_choices(one, of), **common)
        case Kind.FLAG:
            return forms.ChoiceField(choices=_UNKNOWN, **common)
        case Kind.ROWS:
            return RowsField(one, **common)
        case Kind.TEXT:
            return forms.CharField(max_length=200, **common)
        case kind:
            lines = 2 if kind is Kind.CLAUSE else 4
            return forms.CharField(max_length=5000, widget=forms.Textarea(attrs={"rows": lines}), **common)


def _choices(one: Fact, of: Document) -> list[tuple[str, str]]:
    keys = of.decisions if one.key == "decision" and of.decisions else tuple(one.choices)
    return [("", "请选择"), *((key, one.choices[key]) for key in keys)]


def _given(one: Fact, value: Any) -> Any:
    """A cleaned value as a fact: None where nothing was filled in, lists by their lines."""
    if value in (None, "", []):
        return None
    if one.kind is Kind.LIST:
        return [line.strip() for line in str(value).splitlines() if line.strip()]
    if one.kind is Kind.FLAG:
        return value == "yes"
    if one.kind in (Kind.PASSAGE, Kind.CLAUSE):
        return str(value).replace("\r\n", "\n")
    return value


def _initial(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Facts as the fields show them."""
    found = {}
    for key, value in facts.items():
        if isinstance(value, bool):
            found[key] = "yes" if value else "no"
        elif isinstance(value, list) and all(isinstance(one, str) for one in value):
            found[key] = "\n".join(value)
        else:
            found[key] = value
    return found


def _sentence(key: str, error: FactsError, *, alone: bool) -> str:
    """What to say at the field: the whole sentence where it speaks of this fact alone."""
    return error.sentence if alone and "缺少：" not in error.sentence else "生成这份文书需要这一项，请填写。"
