"""Settings of the web part: one file; everything that differs from place to place comes from the environment.

========================  =======================================================  ==================
variable                  meaning                                                  default
========================  =======================================================  ==================
GONGKAI_DEBUG             Django's error pages; never in service                   0
GONGKAI_DATA              folder of database, files and keys                       var
GONGKAI_DATABASE          sqlite:///path or postgresql://user:word@host/name       SQLite in the data folder
GONGKAI_FILES             attachments in an object store: s3://bucket/prefix       files in the data folder
GONGKAI_FILES_ENDPOINT    its address: https://host:port                           none: must be set
GONGKAI_FILES_REGION      its region, where it has any                             us-east-1
GONGKAI_FILES_KEY         who we are there                                         none: must be set
GONGKAI_FILES_SECRET      and the secret                                           none: must be set
GONGKAI_FILES_ADDRESSING  path (host/bucket) or virtual (bucket.host)              path
GONGKAI_FILES_ACL         private: said of each object; none: the store has no ACL private
GONGKAI_KEY_FILE          keys for sealing; better on another disk                 keys.toml in the data
folder
GONGKAI_SECRET_KEY        signs sessions, 32 characters or more                    the one in the key file
GONGKAI_HASH              sha256 or sm3, for the audit chain                       sha256
GONGKAI_AUDIT_MONTHS      months that audit records are kept, if longer than by law that of the law
GONGKAI_SIGN_IN_POLICY    dengbao (GB/T 22239-2019) or asvs (ASVS 5.0)             dengbao
GONGKAI_CLAMD             antivirus: unix:/path or tcp:host:port; fails closed      none
GONGKAI_SECOND_FACTOR     required, administrators or optional                     required
GONGKAI_PASSWORD_LENGTH   characters of a password, least (8 to 64)                that of the policy
GONGKAI_PASSWORD_KINDS    kinds of characters in it (0 to 4)                       that of the policy
GONGKAI_PASSWORD_DAYS     days until it must be changed (0: never)                 that of the policy
GONGKAI_PASSWORD_MEMORY   past passwords that may not come back (0 to 24)          that of the policy
GONGKAI_FAILURES          failures until signing in pauses (3 to 10)               that of the policy
GONGKAI_LOCK_MINUTES      minutes of that pause (5 to 1440)                        that of the policy
GONGKAI_IDLE_MINUTES      minutes without a click that end a session (5 to 60)     that of the policy
GONGKAI_SESSION_HOURS     hours that a session lasts at most (1 to 24)             that of the policy
GONGKAI_IDLE_DAYS         days after which an account counts as unused (30 to 365) that of the policy
GONGKAI_OIDC              file that tells of the single sign-on (OIDC)              none: off
GONGKAI_PROXIES           proxies in front, whose X-Forwarded-For is believed      0
GONGKAI_HOSTS             names the server answers to, separated by commas         localhost,127.0.0.1,[::1]
GONGKAI_HTTPS             1 where a proxy in front speaks HTTPS (sends HSTS)       0
GONGKAI_UPLOAD_MB         largest file in MB (1 to 200)                            20
GONGKAI_UPLOAD_FILES      files in one batch (1 to 200)                            50
GONGKAI_UPLOAD_TOTAL_MB   all files of one batch in MB (1 to 1000)                 60
GONGKAI_BATCH_SECONDS     longest time one batch or archive may take (1 to 3600)   120
GONGKAI_READ_SECONDS      longest time one file may take (1 to 600)                20
GONGKAI_READ_MEMORY_MB    memory for reading one file in MB (256 to 16384)         2000
GONGKAI_READERS           files read at the same time (1 to 256)                   4
GONGKAI_ADDRESS           where people open this site, for links in messages       http://127.0.0.1:8000
GONGKAI_MAIL              file, console, smtp://, smtp+tls:// or smtps://          file
GONGKAI_MAIL_FROM         sender of mails                                          gongkai@localhost
GONGKAI_SMS               file, console, or a carrier's dotted name                file
GONGKAI_WEBHOOK_HOSTS     inner targets (host:port) that webhooks may reach        none
GONGKAI_CHECKUP_ONLY      1: the page 年报体检 alone, without office or database     0
GONGKAI_HELD_HOURS        hours that files of an unsent form are held (1 to 12)  2
GONGKAI_HELD_MB           most MB held so in all (100 to 100000; 0: hold none)    2000
GONGKAI_JOB_MINUTES       after so many minutes a task counts as left behind       15
========================  =======================================================  ==================
"""

from __future__ import annotations

from pathlib import Path

from gongkai.web import environment as env
from gongkai.web.database import database
from gongkai.web.notices.carriers.mail_way import mail_way
from gongkai.web.private_store import private_store

DEBUG = env.boolean("GONGKAI_DEBUG", False)
DATA = env.folder("GONGKAI_DATA", Path("var"))
KEY_FILE = env.folder("GONGKAI_KEY_FILE", DATA / "keys.toml")
SECRET_KEY = env.secret("GONGKAI_SECRET_KEY", KEY_FILE)
AUDIT_HASH = env.choice("GONGKAI_HASH", ("sha256", "sm3"))
AUDIT_MONTHS = env.integer("GONGKAI_AUDIT_MONTHS", 0, 1, 1200)
CLAMD = env.text("GONGKAI_CLAMD")
SIGN_IN_POLICY = env.choice("GONGKAI_SIGN_IN_POLICY", ("dengbao", "asvs"))
SECOND_FACTOR = env.choice("GONGKAI_SECOND_FACTOR", ("required", "administrators", "optional"))
SIGN_IN_FIGURES = env.figures(
    length=("GONGKAI_PASSWORD_LENGTH", 8, 64),
    kinds=("GONGKAI_PASSWORD_KINDS", 0, 4),
    days=("GONGKAI_PASSWORD_DAYS", 0, 3650),
    memory=("GONGKAI_PASSWORD_MEMORY", 0, 24),
    failures=("GONGKAI_FAILURES", 3, 10),
    lock_minutes=("GONGKAI_LOCK_MINUTES", 5, 1440),
    idle_minutes=("GONGKAI_IDLE_MINUTES", 5, 60),
    session_hours=("GONGKAI_SESSION_HOURS", 1, 24),
    idle_days=("GONGKAI_IDLE_DAYS", 30, 365),
)
OIDC = env.text("GONGKAI_OIDC")
PROXIES = env.integer("GONGKAI_PROXIES", 0, 0, 5)
ALLOWED_HOSTS = env.words("GONGKAI_HOSTS", ("localhost", "127.0.0.1", "[::1]"))
HTTPS = env.boolean("GONGKAI_HTTPS", False)

UPLOAD_BYTES = env.integer("GONGKAI_UPLOAD_MB", 20, 1, 200) * 1024 * 1024
UPLOAD_FILES = env.integer("GONGKAI_UPLOAD_FILES", 50, 1, 200)
UPLOAD_TOTAL_BYTES = env.integer("GONGKAI_UPLOAD_TOTAL_MB", 60, 1, 1000) * 1024 * 1024
BATCH_SECONDS = env.integer("GONGKAI_BATCH_SECONDS", 120, 1, 3600)
READ_SECONDS = env.integer("GONGKAI_READ_SECONDS", 20, 1, 600)
READ_MEMORY_BYTES = env.integer("GONGKAI_READ_MEMORY_MB", 2000, 256, 16384) * 1024 * 1024
READERS = env.integer("GONGKAI_READERS", 4, 1, 256)
CHECKUP_ONLY = env.boolean("GONGKAI_CHECKUP_ONLY", False)
ADDRESS = env.text("GONGKAI_ADDRESS", "http://127.0.0.1:8000").rstrip("/")
MAIL = mail_way("GONGKAI_MAIL")
DEFAULT_FROM_EMAIL = env.text("GONGKAI_MAIL_FROM", "gongkai@localhost")
SMS = env.text("GONGKAI_SMS", "file")
WEBHOOK_HOSTS = frozenset(env.words("GONGKAI_WEBHOOK_HOSTS", ()))
HELD_HOURS = env.integer("GONGKAI_HELD_HOURS", 2, 1, 12)
HELD_BYTES = env.integer("GONGKAI_HELD_MB", 2000, 0, 100_000) * 1024 * 1024
JOB_MINUTES = env.integer("GONGKAI_JOB_MINUTES", 15, 1, 1440)

INSTALLED_APPS = [
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "axes",
    "django_tasks",
    "django_tasks_db",
    "gongkai.web.limits",
    "gongkai.web.audit",
    "gongkai.web.pages",
    "gongkai.web.organs",
    "gongkai.web.workdays",
    "gongkai.web.people",
    "gongkai.web.jobs",
    "gongkai.web.notices",
    "gongkai.web.entries",
    "gongkai.web.attachments",
    "gongkai.web.letters",
    "gongkai.web.review",
    "gongkai.web.applications",
    "gongkai.web.replies",
    "gongkai.web.backlog",
    "gongkai.web.library",
    "gongkai.web.applying",
    "gongkai.web.office",
    "gongkai.web.portal",
]
MIDDLEWARE = [
    "gongkai.web.protection.Headers",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.common.CommonMiddleware",
    "gongkai.web.protection.SameOrigin",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "gongkai.web.people.sign_in.Acting",
    "gongkai.web.people.steps.Steps",
    "gongkai.web.limits.answering.Limited",
    "gongkai.web.attachments.answering.StoreAway",
    "axes.middleware.AxesMiddleware",
]
SILENCED_SYSTEM_CHECKS = ["security.W001", "security.W002"]
"""Both ask for middleware of Django's; ``protection.Headers`` sends the same headers, and more."""
ROOT_URLCONF = "gongkai.web.urls"
WSGI_APPLICATION = "gongkai.web.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "gongkai.web.portal.modes.display",
                "gongkai.web.office.frame.frame",
                "gongkai.web.notices.counted.counted",
            ]
        },
    }
]
DATABASES = {"default": database(env.text("GONGKAI_DATABASE"), DATA)}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": []}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "gongkai.web.people.sign_in.People"]
AUTH_PASSWORD_VALIDATORS = [{"NAME": "gongkai.web.people.passwords.PasswordPolicy"}]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
LOGIN_URL = "/office/sign-in/"

# Cookies exist only below /office/; __Host- (RFC 6265bis) asks for HTTPS and the path /.
SESSION_COOKIE_NAME = "__Host-gongkai" if HTTPS else "gongkai"
CSRF_COOKIE_NAME = "__Host-gongkai-form" if HTTPS else "gongkai-form"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Strict"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
# As long as the longest session that a policy may allow; its row is then cleared away (jobs/periodic.py).
SESSION_COOKIE_AGE = 24 * 60 * 60
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
CSRF_FAILURE_VIEW = "gongkai.web.office.views.problems.forged"

# Failures of one account from one address close that way for a while (figures: people/policies.toml); others
# are not
# locked out. What was typed as a name is kept as a keyed hash only.
AXES_USERNAME_FORM_FIELD = "username"
AXES_FAILURE_LIMIT = "gongkai.web.people.lockout.failure_limit"
AXES_COOLOFF_TIME = "gongkai.web.people.lockout.pause"
AXES_USERNAME_CALLABLE = "gongkai.web.people.lockout.name_of"
AXES_CLIENT_IP_CALLABLE = "gongkai.web.people.lockout.address_for_axes"
AXES_SENSITIVE_PARAMETERS = ["login", "password", "username", "code", "next"]
AXES_DISABLE_ACCESS_LOG = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_CALLABLE = "gongkai.web.people.views.sign_in.locked"
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False

# Everything that is sent in stays in memory and goes with the answer.
FILE_UPLOAD_HANDLERS = ["gongkai.web.portal.uploads.MemoryOnly"]
DATA_UPLOAD_MAX_MEMORY_SIZE = UPLOAD_BYTES + 1024 * 1024
# A letter's form has its facts, some of them tables of up to sixty rows.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 600
# Those above UPLOAD_FILES are told of one by one; this only bounds what is parsed at all.
DATA_UPLOAD_MAX_NUMBER_FILES = 4 * UPLOAD_FILES

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "private": private_store(DATA),
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
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
