"""The WSGI application, for granian: ``granian --interface wsgi gongkai.web.wsgi:application``."""

from __future__ import annotations

import gc
import os
from multiprocessing import forkserver

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gongkai.web.settings")
application = get_wsgi_application()

# The server of guarded processes loads the reader now, not while the first person waits.
forkserver.ensure_running()

# What starting up has made stays for good. Every page is loaded now, and the collector of garbage need not go
# through all of it in the middle of a request, which took longer than the request.
get_resolver().url_patterns  # noqa: B018
gc.collect()
gc.freeze()
