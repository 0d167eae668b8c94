"""A signature given on paper or in the office's OA, entered with its scan by a second person.

The fingerprint printed on the form is typed in, so that the paper belongs to this very content; who
signed must have held the role on that day.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction

from gongkai.values.dates import day_words
from gongkai.web.people.models import Person
from gongkai.web.review.actions.doing import Seen, common, do, opened, unchanged
from gongkai.web.review.core.acts import SECRECY, Paper, SecrecySigned, Signed
from gongkai.web.review.core.content import short
from gongkai.web.review.eligible import capacities_of, capacity_for
from gongkai.web.review.ledger import File
from gongkai.web.review.tasks import asked_for
from gongkai.web.rights.actor import Actor

SOURCES = {"paper": "纸质审核单", "oa": "本机关办公系统（OA）"}


@dataclass(frozen=True, slots=True)
class Scan:
    """The stored file that shows the signature."""

    id: str
    name: str
    sha256: str


def enter_paper(
    actor: Actor,
    review_id: UUID,
    seen: Seen,
    now: dt.datetime,
    *,
    task: int,
    signer: Person,
    signed_on: dt.date,
    source: str,
    fingerprint: str,
    scan: Scan,
    checks: Iterable[str] = (),
    opinion: str = "",
    basis: str = "",
) -> File:
    """Enter that ``signer`` signed a step, or the secrecy review with consent, outside of the system.

    ``fingerprint`` is what stands on the paper. Raises ``NoContent``, ``ValidationError``, ``Taken``,
    ``Forbidden``.
    """
    actor.require("review.enter_paper")
    if source not in SOURCES:
        raise ValidationError("请选择签署来自纸质审核单还是办公系统。")
    if signer.organ_id != actor.organ_id:
        raise ValidationError("签署人不是本机关的人员。请从列表中选择。")
    with transaction.atomic():
        file = opened(actor, review_id, seen)
        unchanged(actor, file.review)
        if fingerprint.strip().upper() != short(file.review.hash):
            raise ValidationError(
                "审核单上的内容校验码与现在的内容不符：签的是另一个版本。请打印现在的审核单重新签署。"
            )
        held = capacities_of(signer.organ_id, [str(signer.pk)], signed_on, str(signer.pk))
        own = capacity_for(asked_for(file.review, task), held, str(signer.pk))
        if own is None:
            raise ValidationError(
                f"{signer.name}在{day_words(signed_on)}不能签署这个环节：没有所需的角色，或者已经办理过这一件。"
            )
        paper = Paper(str(signer.pk), signed_on, source, scan.id, scan.name, scan.sha256)
        shared = {
            **common(file, actor, now),
            "hash": seen.hash,
            "role": own.role,
            "opinion": opinion.strip(),
            "paper": paper,
        }
        act: Signed | SecrecySigned
        if task == SECRECY:
            act = SecrecySigned(**shared, conclusion="disclose", basis=basis.strip())
        else:
            act = Signed(**shared, step=task, checks=frozenset(checks))
        return do(actor, review_id, file, act, now)
