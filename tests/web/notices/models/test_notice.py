"""A notice to a person stands once, and opening the table shows no organ's to another."""

from __future__ import annotations

import pytest
from django.db import IntegrityError

from gongkai.web.notices.models import Notice
from tests.web.notices.messages import NOON, told
from tests.web.offices import Office


@pytest.mark.django_db
def test_once_and_of_its_organ(office: Office, other_office: Office) -> None:
    told(office, [office.person("handler")])
    row = Notice.objects.for_organ(office.organ).get()
    assert row.kind_name == "期限将至"
    assert not Notice.objects.for_organ(other_office.organ).exists()
    with pytest.raises(IntegrityError):
        Notice.objects.create(
            organ=office.organ, person=row.person, key="k", kind="x", title="", text="", at=NOON
        )


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("/office/own/", "/office/own/"),
        ("javascript:x()", "/office/notices/"),
        ("//else.example/", "/office/notices/"),
        ("", "/office/notices/"),
    ],
)
def test_a_link_stays_on_this_site(link: str, address: str) -> None:
    """Security checks C24, C28."""
    assert Notice(link=link).address == address
