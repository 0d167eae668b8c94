"""What a request brings, and what is said where nothing can be held."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError
from django.test import RequestFactory

from gongkai.web.applying.bringing import given, kept, sent
from gongkai.web.applying.holding import EMPTY, ENDED, for_filing
from gongkai.web.applying.models import HeldFile
from tests.security.breaking import breaking
from tests.web.applying.citizens import PNG
from tests.web.offices import Office


def request(**form: Any) -> Any:
    return RequestFactory().post("/apply/", form)


def test_read_twice_alike() -> None:
    asked = request(files=[SimpleUploadedFile("a.png", PNG)], held="t", leave=["1", "2"])
    assert sent(asked) == sent(asked) == [("a.png", PNG)]
    assert (given(asked).token, given(asked).leave) == ("t", {"1", "2"})


def test_nothing_brought_asks_nothing(office: Office, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        assert kept(request(), office.organ, for_filing(office.organ)) is EMPTY


def test_a_full_disk_asks_for_the_files_again(office: Office) -> None:
    """Security check C05: whatever fails, the page comes, nothing is half held, and once more it is held."""
    reach, broken, purpose = 0, True, for_filing(office.organ)
    while broken:
        reach += 1
        asked = request(files=SimpleUploadedFile("a.png", PNG))
        with breaking(reach) as breaker:
            try:
                found = kept(asked, office.organ, purpose)
            except OperationalError:  # not even a try can be counted: no page of this site works then
                pytest.fail(breaker.broke)
        broken = bool(breaker.broke)
        assert [one.name for one in found.files] == ([] if broken else ["a.png"])
        assert HeldFile.objects.for_organ(office.organ).count() == (0 if broken else 1)
        assert bool(found.left) is broken
    assert reach > 5
    assert kept(request(held="x"), office.organ, purpose).left == (ENDED,)
