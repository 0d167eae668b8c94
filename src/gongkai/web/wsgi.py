"""The WSGI application, for granian: ``granian --interface wsgi gongkai.web.wsgi:application``."""

from __future__ import annotations

import os
from multiprocessing import forkserver

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gongkai.web.settings")
application = get_wsgi_application()

# The server of guarded processes loads the reader now, not while the first person waits.
forkserver.ensure_running()
