"""The provider of the single sign-on as mozilla-django-oidc speaks to it, with what that library leaves to
others.

It checks signature and nonce; here the issuer, the audience and the times are checked too (OpenID Connect
Core 1.0 §3.1.3.7), and no account is ever made: the claim must name somebody who works here.
"""

from __future__ import annotations

from typing import Any

import jwt
from django.core.exceptions import ImproperlyConfigured, SuspiciousOperation
from django.utils import timezone
from mozilla_django_oidc.auth import OIDCAuthenticationBackend
from mozilla_django_oidc.views import OIDCAuthenticationRequestView

from gongkai.web.people.models import Person
from gongkai.web.people.oidc_settings import SingleSignOn, single_sign_on

BACK = "single-sign-on-back"
SECONDS = 10
"""How long the provider may take."""


def provider() -> SingleSignOn:
    """What the file says of the provider; raises ``ImproperlyConfigured`` where there is none."""
    one = single_sign_on()
    if one is None:
        raise ImproperlyConfigured("没有设置统一身份认证（GONGKAI_OIDC）。")
    return one


def setting(name: str, *default: Any) -> Any:
    """A setting of the library: from our file, else ours for everybody, else its own default."""
    one = provider()
    ours = {
        "OIDC_OP_AUTHORIZATION_ENDPOINT": one.authorization,
        "OIDC_OP_TOKEN_ENDPOINT": one.token,
        "OIDC_OP_USER_ENDPOINT": "",
        "OIDC_OP_JWKS_ENDPOINT": one.keys,
        "OIDC_RP_CLIENT_ID": one.client,
        "OIDC_RP_CLIENT_SECRET": one.secret,
        "OIDC_RP_SIGN_ALGO": "RS256",
        "OIDC_RP_SCOPES": "openid profile",
        "OIDC_AUTHENTICATION_CALLBACK_URL": BACK,
        "OIDC_USE_PKCE": True,
        "OIDC_TIMEOUT": SECONDS,
    }
    if name in ours:
        return ours[name]
    if not default:
        raise ImproperlyConfigured(name)
    return default[0]


class Ask(OIDCAuthenticationRequestView):  # type: ignore[misc]
    """Sends the browser to the provider, with state, nonce and proof key in the session."""

    get_settings = staticmethod(setting)


class Provider(OIDCAuthenticationBackend):  # type: ignore[misc]
    """Takes the code that the browser brings back to the provider, and finds the person that its answer
    names.
    """

    get_settings = staticmethod(setting)

    def verify_token(self, token: Any, **kwargs: Any) -> dict[str, Any]:
        """The claims of a token that is really from this provider, for us, and of now.

        Raises ``SuspiciousOperation`` or ``jwt.PyJWTError``.
        """
        claims: dict[str, Any] = super().verify_token(token, **kwargs)
        one = provider()
        audience = claims.get("aud")
        audiences = audience if isinstance(audience, list) else [audience]
        now = timezone.now().timestamp()
        wrong = {
            "issuer": claims.get("iss") != one.issuer,
            "audience": one.client not in audiences,
            "party": len(audiences) > 1 and claims.get("azp") != one.client,
            "expiry": not isinstance(claims.get("exp"), int | float) or claims["exp"] <= now,
            "subject": not claims.get("sub"),
            "nonce": not claims.get("nonce"),
        }
        if faults := [name for name, is_wrong in wrong.items() if is_wrong]:
            raise SuspiciousOperation("token: " + ", ".join(faults))
        return claims

    def get_userinfo(self, access_token: Any, id_token: Any, payload: dict[str, Any]) -> dict[str, Any]:
        """The claims of the signed token; no further question is put."""
        return payload

    def get_or_create_user(self, access_token: Any, id_token: Any, payload: dict[str, Any]) -> Person | None:
        """The person whose login the claim names, while he works here; nobody is ever added."""
        login = payload.get(provider().claim)
        person = Person.objects.to_sign_in(login) if isinstance(login, str) and login else None
        return person if person and person.works_on(timezone.localdate()) else None


FAULTS: tuple[type[Exception], ...] = (
    SuspiciousOperation,
    jwt.PyJWTError,
    OSError,
    ValueError,
    KeyError,
    TypeError,
)
"""What goes wrong with a provider that cannot be reached (requests' errors are ``OSError``), or answers
nonsense.
"""
