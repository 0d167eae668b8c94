"""Python loads this at its start where the walks put its folder on the path: Django's clock goes behind by
``WALK_HOURS_BEHIND`` hours, so that no midnight falls between what a walk expects and what the server does.
"""

import datetime as dt
import os

if _hours := int(os.environ.get("WALK_HOURS_BEHIND") or 0):
    from django.utils import timezone

    _real = timezone.now
    timezone.now = lambda: _real() - dt.timedelta(hours=_hours)
