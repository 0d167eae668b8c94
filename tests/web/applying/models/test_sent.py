"""What the applicant sent is sealed, whoever prints it."""

from __future__ import annotations

from django.utils import timezone

from gongkai.web.applying.models import KINDS, SCORES, Rating, Supplement
from tests.web.applying.citizens import cited
from tests.web.offices import Office


def test_sealed_under_the_organ(office: Office) -> None:
    one, _ = cited(office)
    text = Supplement(organ=office.organ, application=one, kind="material", at=timezone.now())
    text.seal("text", "内容甲")
    text.save()
    rating = Rating(organ=office.organ, application=one, score=5, at=timezone.now())
    rating.seal("words", "意见乙")
    rating.save()
    assert text.seal_scope() == rating.seal_scope() == office.organ.code
    for row, field, plain in ((text, "text", "内容甲"), (rating, "words", "意见乙")):
        again = type(row).objects.for_organ(office.organ).get(pk=row.pk)
        assert plain not in f"{getattr(again, field)}"
        assert again.opened(field) == plain
    assert len(KINDS) == 5
    assert sorted(SCORES) == [1, 2, 3, 4, 5]
