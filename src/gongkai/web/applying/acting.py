"""Who acts on the citizen's pages: nobody the system knows, with the right of the one act that he does.

The code (or the pass that it gave) has shown that it is the applicant; the audit line says 申请人.
"""

from __future__ import annotations

from gongkai.statute.events import Kind
from gongkai.web.applications.actions.enter import right_for
from gongkai.web.applications.models import Application
from gongkai.web.rights.actor import Actor

ID, NAME = "citizen", "申请人"


def applicant(application: Application, *kinds: Kind) -> Actor:
    """The applicant of this application, who may enter these kinds of event in it."""
    organ = application.organ
    return Actor(ID, NAME, organ.pk, organ.code, frozenset(right_for(kind) for kind in kinds))
