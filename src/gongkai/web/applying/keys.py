"""What stands in a form instead of a login: the key of a fresh form, and the pass of who has shown his code.

The key (192 bits by chance) makes a form that is sent twice one application, and its query code is derived
from it: whoever lost the answer on the way and sends again reads the same code. Neither key nor code is
stored; the table keeps a hash of each. The pass is signed, names the application by its ids, and ends after
:data:`LASTS`.

Source: security checks C14, C15, C39.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import re
import secrets
from uuid import UUID

from django.conf import settings
from django.core import signing

from gongkai.web.applications.codes import GROUP, GROUPS, LETTERS
from gongkai.web.applications.models import Application

KEY = re.compile(r"[A-Za-z0-9_-]{32}")
SALT = "gongkai.applying.pass"
LASTS = dt.timedelta(hours=2)


def new_key() -> str:
    """The key of a fresh form."""
    return secrets.token_urlsafe(24)


def once(key: str) -> str:
    """What is kept of a form's key, so that the same form gives one application; "" for what is no key."""
    return hashlib.sha256(key.encode()).hexdigest() if KEY.fullmatch(key) else ""


def code_from(key: str) -> str:
    """The query code of the application that the form with this key makes: 78 bits, as codes are written."""
    mark = hmac.new(settings.SECRET_KEY.encode(), f"query code/{key}".encode(), hashlib.sha512).digest()
    rest, out = int.from_bytes(mark), ""
    for _ in range(GROUPS * GROUP):
        rest, letter = divmod(rest, len(LETTERS))
        out += LETTERS[letter]
    return "-".join(out[at : at + GROUP] for at in range(0, len(out), GROUP))


def pass_for(application: Application) -> str:
    """A pass to this application, for the forms on its page."""
    return signing.dumps([str(application.organ_id), str(application.pk)], salt=SALT)


def application_of(given: str) -> Application | None:
    """The application that a pass opens; None for one that is forged or has ended."""
    try:
        organ, id = signing.loads(given, salt=SALT, max_age=LASTS)
    except signing.BadSignature:
        return None
    rows = Application.objects.for_organ(UUID(organ)).select_related("organ")
    found: Application | None = rows.filter(pk=id).first()
    return found
