"""What can be done to something under review: a closed set of immutable entries, in the order of their
position.

An act is kept for ever, also one that did not count. Who signs for another does so in his own name
(``by``) and says for whom (``on_behalf_of``). A signature given on paper or in the office's OA is
entered by a second person (``by``) with the scan; who signed stands in :class:`Paper`.

Source: design decision 6; law.md §4.4, §4.5.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType

from gongkai.web.review.core.chain import Chain

AUTHOR = 0
"""Sent back to the author, where a step would have its number."""
SECRECY = -1
"""The task of the secrecy review, where a step would have its number."""
SECRECY_NAME = "保密审查"
"""What people call that task."""
_NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in the content, the words meant there, and what is wrong with them."""

    place: str
    words: str
    remark: str


@dataclass(frozen=True, slots=True)
class Paper:
    """A signature given outside of the system: on paper or in the OA, with the scan that shows it."""

    signer: str
    signed_on: date
    source: str
    scan_id: str
    scan_name: str
    scan_sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """What all acts share: which one, the day, when recorded, by whom (the id of a person)."""

    position: int
    on: date
    recorded_at: datetime
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Submitted(Act):
    """The author submits a content; the chain as it was on that day goes with it, and the sort that was asked
    for its chain.
    """

    kind: str
    of: str
    title: str
    hash: str
    chain: Chain
    unit: str = ""
    sort: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resubmitted(Act):
    """The content was edited, or sent again after it came back; ``title`` as it now is."""

    title: str
    hash: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signing(Act):
    """What both kinds of signature share: the content, in which role, for whom, the words, the paper."""

    hash: str
    role: str
    on_behalf_of: str = ""
    opinion: str = ""
    paper: Paper | None = None

    @property
    def signer(self) -> str:
        """Who really signed."""
        return self.paper.signer if self.paper else self.by

    @property
    def hands(self) -> frozenset[str]:
        """Whose authority this signature uses: the signer's, and that of whom he stands in for."""
        return frozenset({self.signer, self.on_behalf_of} - {""})


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed(Signing):
    """A step reviewed and proofed, with every check ticked."""

    step: int
    checks: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class SecrecySigned(Signing):
    """保密审查, signed apart: the conclusion, its basis, and the fields of the form."""

    conclusion: str
    basis: str = ""
    form: Mapping[str, str] = field(default_factory=lambda: _NOTHING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned(Act):
    """Sent back from a task (a step or :data:`SECRECY`) to an earlier step or the author, with reason
    and marks.
    """

    task: int
    to: int
    hash: str
    role: str
    on_behalf_of: str = ""
    reason: str
    marks: tuple[Mark, ...] = ()

    @property
    def hands(self) -> frozenset[str]:
        """Whose authority this uses."""
        return frozenset({self.by, self.on_behalf_of} - {""})


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenOver(Act):
    """The work of an author was handed over: ``author`` takes it on, who wrote it before stays an author."""

    author: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn(Act):
    """An author takes the content back; this review is over."""

    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Released(Act):
    """The content went out: where, at which address; this review is over."""

    hash: str
    where: str
    address: str = ""
