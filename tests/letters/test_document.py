"""The documents are all there, right in law, and each of them can be reached by a decision or an event."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from typing import Any

import pytest

from gongkai.letters.document import Document, Remedies, To, document, documents, read
from gongkai.statute.decisions import Remedy, decision, kinds
from gongkai.statute.events import Kind as Event
from gongkai.values.errors import FormError, NotAllowed

HOME = files("gongkai.letters")
SHARED = tomllib.loads(HOME.joinpath("passages.toml").read_text(encoding="utf-8"))
LETTERS = [f"D{number:02}" for number in range(1, 31)]
FORMS = ["F01", "F02", "F03", "F04", "F05", "F06"]
FULL = "《中华人民共和国政府信息公开条例》（以下简称《条例》）"


def source(one: Document) -> str:
    """The file of a document with the passages that it uses put in."""
    text = HOME.joinpath("documents", f"{one.id}.toml").read_text(encoding="utf-8")
    for name, shared in SHARED.items():
        text = text.replace(f'{{ use = "{name}" }}', f'"{shared["text"]}"')
    return re.sub(r'",\s*"', "", text)


def body(one: Document) -> str:
    """What the document itself says, from its first paragraph or table on."""
    text = source(one)
    return text[min(at for at in (text.find("[[paragraph]]"), text.find("[table]")) if at >= 0) :]


def test_every_letter_and_form_is_there() -> None:
    assert [one.id for one in documents()] == [*LETTERS, *FORMS]


def test_every_decision_has_its_letter_and_every_letter_its_decisions() -> None:
    """Both ways: the letter that a kind names says so itself, and says no other kind."""
    named = {kind.key: kind.letter for kind in kinds()}
    told = {key: one.id for one in documents() for key in one.decisions}
    assert told == named
    assert sum(len(one.decisions) for one in documents()) == len(kinds())


def test_remedies_stand_where_the_decision_has_them() -> None:
    for one in documents():
        if one.decisions:
            wanted = {decision(key).remedy is not Remedy.NONE for key in one.decisions}
            assert wanted == {one.remedies is Remedies.DECISION}, one.id
    assert {one.id for one in documents() if one.remedies is Remedies.THIRD_PARTY} == {"D28"}


def test_every_event_that_sends_a_letter_has_one() -> None:
    told = {event for one in documents() for event in one.events}
    assert told <= set(Event)
    silent = set(Event) - told
    assert silent == {
        "submitted", "corrected", "correction_lapsed", "consultation_received", "consultation_returned",
        "reasons_given", "fee_paid", "fee_lapsed", "remanded", "joined", "parted",
        "voided",
    }  # fmt: skip


@pytest.mark.parametrize("one", documents(), ids=lambda one: one.id)
def test_the_articles_named_are_cited_in_the_text(one: Document) -> None:
    text = body(one)
    for article in one.articles:
        number = article.removeprefix("《条例》")
        # D23 and D26 rest on no article of their own; D08 has the measure's name with its article computed.
        exempt = (
            one.id in ("D23", "D26") or one.to is To.OFFICE or (one.id == "D08" and "{fee_article}" in text)
        )
        assert exempt or number in text or article in text, article


@pytest.mark.parametrize("one", documents(), ids=lambda one: one.id)
def test_the_articles_are_those_of_the_decisions(one: Document) -> None:
    for key in one.decisions:
        assert set(decision(key).articles) <= set(one.articles), key


@pytest.mark.parametrize("one", documents(), ids=lambda one: one.id)
def test_the_short_name_of_the_regulation_follows_the_full_one(one: Document) -> None:
    text = body(one)
    bare = text.replace(FULL, "\0")
    if "《条例》" in bare:
        assert "\0" in bare, one.id
        if one.id not in ("D13", "D27", "D28"):  # there each way of the letter has the full name
            assert bare.index("\0") < bare.index("《条例》"), one.id


@pytest.mark.parametrize("one", documents(), ids=lambda one: one.id)
def test_no_statutory_number_is_typed(one: Document) -> None:
    assert not re.search(r"\d+个工作日|\d+日内|\d+个月|[一二三四五六七八九十]+个工作日", body(one))


def test_what_goes_out_is_sealed_and_letters_have_a_number() -> None:
    for one in documents():
        assert one.sealed or one.to is To.OFFICE, one.id
        assert one.series or one.is_form
    assert {one.series for one in documents()} == {"答", "告", "函", ""}
    assert [one.id for one in documents() if one.is_form] == ["D01", "D30", *FORMS]


def test_letters_to_others_do_not_ask_who_applied() -> None:
    for id in ("D05", "D07", "D09", "D28"):
        asked = set(document(id).facts())
        assert not asked & {"applicant", "applicant_phone", "identity_document", "registration_number"}, id


def test_facts_tell_what_must_always_be_there() -> None:
    facts = document("D04").facts()
    assert facts["extension_reason"] is True
    assert facts["corrected_on"] is False
    assert facts["extension_approver"] is True
    assert "you" not in facts
    assert document("D11").facts()["material"] is False


def test_an_unknown_document_is_refused_with_those_there_are() -> None:
    with pytest.raises(NotAllowed, match="没有编号为“D99”的文书，可用的有：D01"):
        document("D99")


BARE = 'id = "X"\ntitle = "t"\nused = "u"\narticles = []\nto = "applicant"\nseries = "告"\n'


@pytest.mark.parametrize(
    "wrong",
    [
        'needs = [["nonsense"]]\n',
        'line = "{nonsense}"\n',
        '[table]\nwidths = [1, 1]\nrows = [["只有一格"]]\n',
        '[table]\nwidths = [1]\nrows = [{ each = "files", cells = ["{item.nonsense}"] }]\n',
    ],
)
def test_control_a_wrong_file_is_an_error(wrong: str) -> None:
    read(BARE, SHARED)
    with pytest.raises(FormError):
        read(BARE + wrong, SHARED)


def test_to_words_are_chinese() -> None:
    words: Any = [to.words for to in To]
    assert words == ["申请人", "第三方", "有关机关", "本机关存"]
