"""The addresses of signing in, of one's own account, and of the people."""

from __future__ import annotations

from django.conf import settings
from django.urls import path

from gongkai.web.people.views import (
    delegations,
    grants,
    leaving,
    lists,
    own,
    person,
    second_factor,
    sign_in,
    units,
)  # fmt: skip

urlpatterns = [
    path("sign-in/", sign_in.sign_in, name="sign-in"),
    path("sign-in/code/", sign_in.code, name="sign-in-code"),
    path("sign-out/", sign_in.sign_out, name="sign-out"),
    path("own/", own.own, name="own"),
    path("own/password/", own.password, name="own-password"),
    path("own/second-factor/", second_factor.begin, name="own-second-factor"),
    path("own/second-factor/bind/", second_factor.bind, name="own-second-factor-bind"),
    path("own/recovery-codes/", second_factor.codes, name="own-recovery-codes"),
    path("own/sign-ins/", own.sign_ins, name="own-sign-ins"),
    path("own/sign-ins/end/", own.sign_out_everywhere, name="sign-out-everywhere"),
    path("own/delegations/", delegations.new_own, name="own-delegation"),
    path("delegations/<uuid:delegation>/end/", delegations.end, name="delegation-end"),
    path("people/", lists.people, name="people"),
    path("people/new/", person.new, name="person-new"),
    path("people/roles/", lists.sheet, name="people-roles"),
    path("people/unused/", lists.unused, name="people-unused"),
    path("people/locked/", lists.locked, name="people-locked"),
    path("people/<uuid:person>/", person.person, name="person"),
    path("people/<uuid:person>/change/", person.change, name="person-change"),
    path("people/<uuid:person>/leave/", leaving.leave, name="person-leave"),
    path("people/<uuid:person>/look/<slug:field>/", person.look, name="person-look"),
    path("people/<uuid:person>/delegations/", delegations.new_for, name="person-delegation"),
    path("people/<uuid:person>/grants/", grants.new, name="person-grant"),
    path("people/<uuid:person>/reset/", grants.reset, name="person-reset"),
    path("grants/<uuid:rolegrant>/end/", grants.end, name="grant-end"),
    path("units/", units.units, name="units"),
    path("units/new/", units.new, name="unit-new"),
    path("units/<uuid:unit>/change/", units.change, name="unit-change"),
    path("units/<uuid:unit>/dissolve/", units.dissolve, name="unit-dissolve"),
]
if settings.OIDC:
    # Its library is an extra that need not be installed.
    from gongkai.web.people.views import single

    urlpatterns += [
        path("sign-in/single/", single.ask, name="single-sign-on"),
        path("sign-in/single/back/", single.back, name=single.BACK),
    ]
