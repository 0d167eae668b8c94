"""Who is asked is sealed: what is kept holds nothing to be read."""

from __future__ import annotations

from django.db import connection

from gongkai.web.applications.models import Consulted
from tests.web.applications.lives import filed
from tests.web.offices import Office


def test_sealed(office: Office) -> None:
    one, _ = filed(office)
    row = Consulted(organ=office.organ, application=one, key="1", to="third_party")
    row.seal("name", "第三方寅卯")
    row.save(force_insert=True)
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM applications_consulted")
        assert "寅卯" not in cursor.fetchone()[0]
    assert row.seal_scope() == office.organ.code
    assert Consulted.objects.for_organ(office.organ).get().opened("name") == "第三方寅卯"
