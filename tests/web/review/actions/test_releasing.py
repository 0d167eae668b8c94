"""Going out: the gate, for every role, at every stage."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from gongkai.web.review.actions.drafts import save_draft
from gongkai.web.review.actions.releasing import release
from gongkai.web.rights.actor import Actor, Forbidden
from gongkai.web.rights.roles import all_rights, roles
from tests.web.review.conftest import Round


def go(round_: Round, actor: Actor) -> None:
    """Let it go out."""
    round_.file = release(actor, round_.file.id, round_.seen, timezone.now(), where="政府网站通知公告")


def mighty(round_: Round) -> Actor:
    """Somebody with every right that there is, as no role has."""
    person = round_.office.person("publisher")
    return Actor(str(person.pk), "全权", round_.organ_id, "linxi-sfj", all_rights(), frozenset({"publisher"}))


@pytest.mark.parametrize("role", roles())
@pytest.mark.parametrize("missing", ["nothing signed", "a step", "secrecy"])
def test_nobody_publishes_what_lacks_a_signature(round_: Round, role: str, missing: str) -> None:
    if missing == "a step":
        round_.sign(1).sign(2).secrecy()
    elif missing == "secrecy":
        round_.sign(1).sign(2).sign(3)
    for actor in (round_.office.actor(role, 2), mighty(round_)):
        with pytest.raises((Forbidden, ValidationError)):
            go(round_, actor)
    assert round_.again().review.released is None


@pytest.mark.parametrize("role", roles())
def test_when_all_is_signed_only_the_publisher_lets_it_out(round_: Round, role: str) -> None:
    round_.complete()
    if "review.release" in roles()[role].rights:
        go(round_, round_.office.actor(role))
        assert round_.again().review.released is not None
    else:
        with pytest.raises(Forbidden):
            go(round_, round_.office.actor(role))


def test_an_edit_after_the_last_signature_shuts_the_gate(round_: Round) -> None:
    round_.complete()
    save_draft(round_.office.actor("handler"), round_.draft, 1, timezone.now(), 5, body="另一段话。")
    round_.again()
    with pytest.raises(ValidationError, match="一审一校"):
        go(round_, round_.office.actor("publisher"))


def test_it_goes_out_once_and_somewhere(round_: Round) -> None:
    round_.complete()
    with pytest.raises(ValidationError, match="发布到哪里"):
        release(round_.office.actor("publisher"), round_.file.id, round_.seen, timezone.now(), where=" ")
    go(round_, round_.office.actor("publisher"))
    with pytest.raises(ValidationError, match="已经按这次审核发布"):
        go(round_, round_.office.actor("publisher"))
