"""The settings of the real site, with the addresses of :mod:`bench.site.urls`."""

from gongkai.web.settings import *  # noqa: F403

ROOT_URLCONF = "bench.site.urls"
