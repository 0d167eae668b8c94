"""Settings of the web part: one file, no database, no session, no cookie; everything else from the
environment.

========================  =======================================================  ==================
variable                  meaning                                                  default
========================  =======================================================  ==================
GONGKAI_DEBUG             Django's error pages; never in service                   0
GONGKAI_SECRET_KEY        secret, 32 characters or more                            random per process
GONGKAI_HOSTS             names the server answers to, separated by commas         localhost,127.0.0.1,[::1]
GONGKAI_HTTPS             1 where a proxy in front speaks HTTPS (sends HSTS)       0
GONGKAI_UPLOAD_MB         largest file in MB (1 to 200)                            20
GONGKAI_READ_SECONDS      longest time one file may take (1 to 600)                20
GONGKAI_READ_MEMORY_MB    memory for reading one file in MB (256 to 16384)         2000
GONGKAI_READERS           files read at the same time (1 to 256)                   4
========================  =======================================================  ==================
"""

from __future__ import annotations

from pathlib import Path

from gongkai.web import environment as env

DEBUG = env.boolean("GONGKAI_DEBUG", False)
SECRET_KEY = env.secret("GONGKAI_SECRET_KEY")
ALLOWED_HOSTS = env.words("GONGKAI_HOSTS", ("localhost", "127.0.0.1", "[::1]"))
HTTPS = env.boolean("GONGKAI_HTTPS", False)

UPLOAD_BYTES = env.integer("GONGKAI_UPLOAD_MB", 20, 1, 200) * 1024 * 1024
READ_SECONDS = env.integer("GONGKAI_READ_SECONDS", 20, 1, 600)
READ_MEMORY_BYTES = env.integer("GONGKAI_READ_MEMORY_MB", 2000, 256, 16384) * 1024 * 1024
READERS = env.integer("GONGKAI_READERS", 4, 1, 256)

INSTALLED_APPS = [
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "gongkai.web.portal",
]
MIDDLEWARE = [
    "gongkai.web.protection.Headers",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.common.CommonMiddleware",
    "gongkai.web.protection.SameOrigin",
]
ROOT_URLCONF = "gongkai.web.urls"
WSGI_APPLICATION = "gongkai.web.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["gongkai.web.portal.modes.display"]},
    }
]
DATABASES: dict[str, dict[str, str]] = {}

# Everything that is sent in stays in memory and goes with the answer.
FILE_UPLOAD_HANDLERS = ["gongkai.web.portal.uploads.MemoryOnly"]
DATA_UPLOAD_MAX_MEMORY_SIZE = UPLOAD_BYTES + 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20
DATA_UPLOAD_MAX_NUMBER_FILES = 1

STATIC_URL = "/static/"
STATICFILES_DIRS = [str(Path(__file__).with_name("static"))]
WHITENOISE_USE_FINDERS = True

SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None

LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_I18N = True
USE_TZ = True

# Lines name the event and the path, never what was sent in.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        "gongkai": {"handlers": ["console"], "level": "INFO", "propagate": False},
    },
}
