"""What counts after which acts; and in no order of acts goes out what was not signed on that very hash."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from gongkai.web.review.core import fold as folding
from gongkai.web.review.core import rules
from gongkai.web.review.core.acts import (
    AUTHOR,
    SECRECY,
    Act,
    Paper,
    Released,
    Resubmitted,
    Returned,
    SecrecySigned,
    Signed,
    Submitted,
    TakenOver,
    Withdrawn,
)
from gongkai.web.review.core.chain import Chain, Step
from gongkai.web.review.core.fold import begun, fold, taken
from gongkai.web.review.core.gate import may_publish
from gongkai.web.review.core.state import Review
from tests.web.review.desk import ALL, DAY, Desk, at

TWO = Chain((Step("一审一校", ("reviewer",)), Step("二审二校", ("leader",))))
PEOPLE = st.sampled_from(["a", "b", "c", "d", "e"])
HASHES = st.sampled_from(["h1", "h2"])


def test_an_edit_voids_every_signature() -> None:
    review = Desk().submit().all_steps().secrecy().edit("sha256:bb").review()
    assert review.signatures == ()
    assert review.secrecy is None
    assert [one.name for one in review.waiting()] == ["一审一校", "保密审查"]


def test_going_back_to_old_words_brings_no_old_signature_back() -> None:
    desk = Desk().submit().all_steps().secrecy().edit("sha256:bb").edit("sha256:aa")
    assert not may_publish(desk.review(), "sha256:aa")


def test_one_step_begins_a_review_of_a_sort_of_its_own_alone() -> None:
    one = Chain((Step("审核", ("reviewer",)),))
    assert begun(Desk(chain=one, sort="D02").submit().acts[0]) is not None
    assert begun(Desk(chain=one).submit().acts[0]) is None
    assert begun(Desk(chain=Chain(()), sort="D02").submit().acts[0]) is None


def test_one_step_is_never_the_authors() -> None:
    desk = Desk(chain=Chain((Step("审核", ("reviewer",)),)), sort="D02").submit()
    assert "拟稿人" in desk.sign(1, "author").said()
    review = desk.sign(1, "keeper").secrecy("keeper").review()
    assert may_publish(review, review.hash)


def test_sending_back_resets_the_later_steps_and_keeps_the_earlier() -> None:
    review = Desk().submit().sign(1).sign(2).secrecy().send_back(3, 2).review()
    assert [one.step for one in review.signatures] == [1]
    assert review.secrecy is not None
    assert review.next_step == 2


def test_sending_back_to_the_author_resets_all() -> None:
    review = Desk().submit().sign(1).secrecy().send_back(2).review()
    assert (review.signatures, review.secrecy) == ((), None)
    assert [one.task for one in review.waiting()] == [AUTHOR]


@pytest.mark.parametrize("conclusion", ["separate", "withhold"])
def test_a_conclusion_against_it_sends_it_back(conclusion: str) -> None:
    review = Desk().submit().sign(1).secrecy(conclusion=conclusion).review()
    assert isinstance(review.sent_back, SecrecySigned)
    assert not review.complete


def test_a_question_to_the_competent_body_keeps_it_waiting() -> None:
    desk = Desk().submit().all_steps().secrecy(conclusion="refer")
    assert desk.review().referred is not None
    assert [one.task for one in desk.review().waiting()] == [SECRECY]
    assert desk.secrecy().review().complete


def test_who_takes_over_is_an_author_and_signs_nothing() -> None:
    desk = Desk().submit().take_over("heir")
    assert desk.review().authors == {"author", "heir"}
    assert "拟稿人" in desk.sign(1, by="heir").said()
    assert desk.withdraw("heir").said() == ""


def test_who_has_signed_cannot_take_over() -> None:
    assert "另选接收人" in Desk().submit().sign(1).take_over("signer1").said()
    assert "另选接收人" in Desk().submit().secrecy().take_over("keeper").said()
    assert "已经是" in Desk().submit().take_over("author").said()


def test_what_does_not_count_changes_only_the_position() -> None:
    before, after = Desk().submit().review(), Desk().submit().sign(2).review()
    assert dataclasses.replace(after, position=1, uncounted=()) == before


def test_after_a_gap_in_the_record_nothing_counts() -> None:
    desk = Desk().submit().sign(1).send_back(2).edit("sha256:aa").all_steps().secrecy()
    assert may_publish(desk.review(), "sha256:aa")
    for lost in range(1, len(desk.acts)):
        rest = [act for act in desk.acts if act.position != lost]
        assert not may_publish(fold(rest), "sha256:aa"), lost


def test_nothing_begins_without_a_submission_under_a_chain_that_holds() -> None:
    assert fold([]) is None
    assert begun(Desk().submit().sign(1).acts[1]) is None
    assert Desk(chain=Chain(TWO.steps[:1])).submit().acts
    assert fold(Desk(chain=Chain(TWO.steps[:1])).submit().acts) is None


def publishable(acts: list[Act], hash_: str) -> bool:
    """The rule said once more, without the fold: by looking back from the end of the record.

    Valid only for records of which the fold counted everything; those that did not count are dropped before.
    """
    content = [a for a in acts if isinstance(a, Submitted | Resubmitted)]
    if not content or content[-1].hash != hash_ or any(isinstance(a, Withdrawn | Released) for a in acts):
        return False
    opened = content[0]
    assert isinstance(opened, Submitted)
    later = [a for a in acts if a.position > content[-1].position]
    authors = {a.by for a in content} | {a.author for a in acts if isinstance(a, TakenOver)}
    used: set[str] = set()
    for number, step in enumerate(opened.chain.steps, 1):
        reset = max([0, *(a.position for a in later if isinstance(a, Returned) and a.to <= number)])
        good = [
            a
            for a in later
            if isinstance(a, Signed) and a.step == number and a.hash == hash_ and a.position > reset
        ]
        if not good or not good[-1].checks >= ALL or good[-1].role not in step.roles:
            return False
        if good[-1].hands & (authors | used) or (good[-1].paper and good[-1].by in authors):
            return False
        used |= good[-1].hands
    back = [a for a in later if isinstance(a, Returned) and a.to == AUTHOR]
    against = [a for a in later if isinstance(a, SecrecySigned) and a.conclusion in {"separate", "withhold"}]
    secret = [
        a for a in later if isinstance(a, SecrecySigned) and a.conclusion == "disclose" and a.hash == hash_
    ]
    return bool(secret) and not back and not against and not (secret[-1].hands & authors)


class AnyOrder(RuleBasedStateMachine):
    """Anybody tries anything, in any order; the gate opens only where the record bears it out."""

    def __init__(self) -> None:
        super().__init__()
        self.acts: list[Act] = []
        self.review: Review | None = None

    def do(self, act: Act) -> None:
        """Record it as the table would: whatever the rules say of it."""
        self.acts.append(act)
        before = len(self.review.uncounted) if self.review else 0
        self.review = begun(act) if self.review is None else taken(self.review, act)
        assert self.review is not None
        if len(self.review.uncounted) > before:
            self.acts.pop()
            self.review = dataclasses.replace(self.review, position=self.review.position - 1)

    def common(self, by: str) -> dict[str, object]:
        """What every act has."""
        position = len(self.acts) + 1
        return {"position": position, "on": DAY, "recorded_at": at(position), "by": by}

    @initialize(by=PEOPLE)
    def submitted(self, by: str) -> None:
        self.do(Submitted(**self.common(by), kind="k", of="o", title="题", hash="h1", chain=TWO))

    @rule(by=PEOPLE, hash_=HASHES)
    def edited(self, by: str, hash_: str) -> None:
        self.do(Resubmitted(**self.common(by), title="题", hash=hash_))

    @rule(
        by=PEOPLE,
        hash_=HASHES,
        step=st.integers(1, 2),
        role=st.sampled_from(["reviewer", "leader"]),
        ticks=st.sampled_from([ALL, ALL, ALL, frozenset({"legal"})]),
        principal=st.sampled_from(["", "", "a", "e"]),
        paper=st.one_of(st.none(), PEOPLE),
    )
    def signed(  # noqa: PLR0917
        self,
        by: str,
        hash_: str,
        step: int,
        role: str,
        ticks: frozenset[str],
        principal: str,
        paper: str | None,
    ) -> None:
        scan = Paper(paper, DAY, "paper", "s", "s.pdf", "f") if paper else None
        self.do(
            Signed(
                **self.common(by),
                hash=hash_,
                step=step,
                role=role,
                checks=ticks,
                on_behalf_of=principal,
                paper=scan,
            )
        )

    @rule(
        by=PEOPLE, hash_=HASHES, conclusion=st.sampled_from(["disclose", "disclose", "withhold", "refer", ""])
    )
    def cleared(self, by: str, hash_: str, conclusion: str) -> None:
        common = self.common(by)
        self.do(
            SecrecySigned(**common, hash=hash_, role="secrecy_reviewer", conclusion=conclusion, basis="依据")
        )

    @rule(by=PEOPLE, hash_=HASHES, task=st.sampled_from([1, 2, SECRECY]), to=st.sampled_from([AUTHOR, 1]))
    def returned(self, by: str, hash_: str, task: int, to: int) -> None:
        role = {1: "reviewer", 2: "leader", SECRECY: "secrecy_reviewer"}[task]
        self.do(Returned(**self.common(by), hash=hash_, task=task, to=to, role=role, reason="有误"))

    @rule(by=PEOPLE, author=PEOPLE)
    def taken_over(self, by: str, author: str) -> None:
        self.do(TakenOver(**self.common(by), author=author))

    @rule(by=PEOPLE)
    def withdrawn(self, by: str) -> None:
        self.do(Withdrawn(**self.common(by)))

    @rule(by=PEOPLE, hash_=HASHES)
    def released(self, by: str, hash_: str) -> None:
        opened = may_publish(self.review, hash_)
        self.do(Released(**self.common(by), hash=hash_, where="网站"))
        assert self.review is not None
        assert (self.review.released is not None and self.acts[-1].by == by) or not opened

    @rule(first=PEOPLE, second=PEOPLE, third=PEOPLE)
    def a_whole_round(self, first: str, second: str, third: str) -> None:
        """Random steps alone would seldom come to an end."""
        hash_ = self.review.hash if self.review else "h1"
        self.signed(first, hash_, 1, "reviewer", ALL, "", None)
        self.signed(second, hash_, 2, "leader", ALL, "", None)
        self.cleared(third, hash_, "disclose")

    @rule(first=PEOPLE, second=PEOPLE, third=PEOPLE, hash_=HASHES)
    def a_round_with_an_edit_and_new_signatures(
        self, first: str, second: str, third: str, hash_: str
    ) -> None:
        """What an office does when words change late; the secrecy review is the one that is forgotten."""
        self.a_whole_round(first, second, third)
        self.edited(third, hash_)
        self.signed(first, hash_, 1, "reviewer", ALL, "", None)
        self.signed(second, hash_, 2, "leader", ALL, "", None)

    @invariant()
    def the_gate_opens_exactly_where_the_record_bears_it_out(self) -> None:
        for hash_ in ("h1", "h2"):
            assert may_publish(self.review, hash_) == publishable(self.acts, hash_)

    @invariant()
    def the_fold_from_the_start_says_the_same(self) -> None:
        if self.review is not None:
            whole = fold(self.acts)
            assert whole == dataclasses.replace(self.review, uncounted=whole.uncounted if whole else ())


OFTEN = settings(
    max_examples=200, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)


def test_in_no_order_of_acts_goes_out_what_is_not_signed() -> None:
    run_state_machine_as_test(AnyOrder, settings=OFTEN)


# A control looks for a defect that is known to be there: always with the same steps, long enough, and unpolished.
CONTROL = settings(OFTEN, max_examples=2000, derandomize=True, database=None, phases=[Phase.generate])

DEFECTS = {
    "an edit keeps the signatures": lambda review, act: dataclasses.replace(
        review, hash=act.hash, title=act.title
    ),
    "an edit keeps the secrecy review": lambda review, act: dataclasses.replace(
        real_anew(review, act), secrecy=review.secrecy
    ),
    "an editor does not become an author": lambda review, act: dataclasses.replace(
        real_anew(review, act), authors=review.authors
    ),
}
real_anew = folding._anew


@pytest.mark.parametrize("defect", DEFECTS.values(), ids=DEFECTS)
def test_control_a_seeded_defect_of_the_fold_is_found(
    defect: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folding, "_anew", defect)
    with pytest.raises(AssertionError):
        run_state_machine_as_test(AnyOrder, settings=CONTROL)


def test_control_a_rule_left_out_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the rules of every signature (content, authors, paper) the machine finds a way out."""
    monkeypatch.setattr(rules, "_signing", lambda act, review: None)
    with pytest.raises(AssertionError):
        run_state_machine_as_test(AnyOrder, settings=CONTROL)
