"""Django's settings, read from the environment: safe by default, and an error when something is missing."""

from __future__ import annotations

import sys
from pathlib import Path

import pysqlite3

sys.modules["sqlite3"] = pysqlite3  # before anything imports sqlite3: a SQLite without the WAL-reset fault
sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2

from csp.constants import NONE, SELF  # noqa: E402
from django.core import checks  # noqa: E402

from angikar import assets  # noqa: E402
from angikar.cli.running import lines  # noqa: E402
from angikar.site import databases, environment, logs  # noqa: E402

HOUSE = Path(__file__).resolve().parent.parent

DEBUG = environment.switch("ANGIKAR_DEBUG", False)
SECRET_KEY = environment.text("ANGIKAR_SECRET_KEY", "only-for-building-and-testing" if DEBUG else None)
SECRET_KEY_FALLBACKS = environment.words("ANGIKAR_OLD_SECRET_KEYS")
ALLOWED_HOSTS = environment.words("ANGIKAR_HOSTS", "127.0.0.1,localhost,[::1]")
HTTPS = environment.switch("ANGIKAR_HTTPS", not DEBUG)
CSRF_TRUSTED_ORIGINS = environment.words("ANGIKAR_ORIGINS")

VAR = environment.folder("ANGIKAR_VAR", "var")
FILES = VAR / "files"
PICTURES = VAR / "pictures"
WAITING = VAR / "waiting"
DATABASES = {"default": databases.choose(environment.text("DATABASE_URL", ""), VAR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "csp",
    "django_htmx",
    "django_prometheus",
    "django_tasks",
    "django_tasks_db",
    "angikar.history",
    "angikar.offices",
    "angikar.jobs",
    "angikar.papers",
    "angikar.duties",
    "angikar.meetings",
    "angikar.standings",
    "angikar.search",
    "angikar.notices",
    "angikar.desk",
]

MIDDLEWARE = [
    "angikar.site.proxies.TrustedProxies",
    "angikar.site.headers.Guarded",
    "angikar.site.refusals.KnownHost",
    "angikar.site.refusals.KnownMethod",
    "django_prometheus.middleware.PrometheusBeforeMiddleware",
    "angikar.site.logs.NumberedRequests",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "angikar.site.sessions.ReadableSessions",
    "angikar.site.language.ChosenLanguage",
    "django.middleware.http.ConditionalGetMiddleware",
    "angikar.site.headers.Keeping",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "angikar.site.refusals.CountableText",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "angikar.site.headers.ContentPolicy",
    "django_htmx.middleware.HtmxMiddleware",
    "angikar.desk.door.idle.IdleEnd",
    "angikar.desk.door.device.Device",
    "angikar.desk.arrival.Arrival",
    "angikar.desk.received.ReceivedOnce",
    "allauth.account.middleware.AccountMiddleware",
    "angikar.desk.reading.ReadingRequest",
    "angikar.desk.second_factor.SecondFactor",
    "django_prometheus.middleware.PrometheusAfterMiddleware",
]

ROOT_URLCONF = "angikar.site.urls"
WSGI_APPLICATION = "angikar.site.wsgi.application"

_CONTEXT = [
    "django.template.context_processors.request",
    "django.contrib.auth.context_processors.auth",
    "django.contrib.messages.context_processors.messages",
    "angikar.desk.base.around",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [HOUSE / front / "templates" for front in ("desk", "public", "api")],
        "OPTIONS": {"environment": "angikar.site.jinja.environment", "context_processors": _CONTEXT},
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",  # for the pages of other packages
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": _CONTEXT},
    },
]

# Who signs in, and how often a wrong password may be tried.
AUTH_USER_MODEL = "offices.Officer"
PASSWORD_HASHERS = ["angikar.site.hashing.TunedArgon2", "django.contrib.auth.hashers.PBKDF2PasswordHasher"]
SESSION_ENGINE = "angikar.site.sessions"
AUTHENTICATION_BACKENDS = [
    "angikar.site.sessions.ByPassword",
    "allauth.account.auth_backends.AuthenticationBackend",
]
_VALIDATION = "django.contrib.auth.password_validation"
_CARD = ("username", "name", "name_en", "employee_id", "email", "mobile")
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{_VALIDATION}.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": f"{_VALIDATION}.UserAttributeSimilarityValidator", "OPTIONS": {"user_attributes": _CARD}},
    {"NAME": f"{_VALIDATION}.CommonPasswordValidator"},
    {"NAME": "angikar.offices.accounts.passwords.GuessedFirst"},
    {"NAME": "angikar.offices.accounts.breached.Breached"},
]
BREACHED_PASSWORDS = environment.file("ANGIKAR_BREACHED_PASSWORDS")
SECOND_FACTOR = environment.some_of("ANGIKAR_SECOND_FACTOR", ("heads", "focal", "keepers", "everybody"))
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"
ACCOUNT_RATE_LIMITS = False  # `offices.guessing` counts instead, for all processes together
ACCOUNT_FORMS = {
    "change_password": "angikar.site.codes.OwnPassword",
    "reset_password": "angikar.site.codes.ForgottenPassword",
}
ACCOUNT_ADAPTER = "angikar.site.accounts.ByInvitation"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
MFA_ADAPTER = "angikar.site.accounts.SecondStep"
MFA_SUPPORTED_TYPES = ["totp"]  # recovery codes are ours: `offices.accounts.recovery`
MFA_TOTP_ISSUER = "Angikar"
MFA_FORMS = {
    "authenticate": "angikar.site.codes.CodeAtTheDoor",
    "reauthenticate": "angikar.site.codes.CodeAgain",
    "activate_totp": "angikar.site.codes.FirstCode",
}

# Where an office has an OpenID Connect provider, its officers may sign in by it.
OIDC_SERVER = environment.address("ANGIKAR_OIDC_SERVER").rstrip("/")
OIDC_NAME = environment.text("ANGIKAR_OIDC_NAME", "দপ্তরের পরিচয়")
OIDC_CLAIM = environment.text("ANGIKAR_OIDC_CLAIM", "preferred_username")
OIDC_STRENGTH = frozenset(environment.words("ANGIKAR_OIDC_STRENGTH"))
OIDC_FIELD = environment.one_of("ANGIKAR_OIDC_FIELD", ("username", "employee_id", "email"))
SOCIALACCOUNT_ADAPTER = "angikar.site.office_sign_in.ByOffice"
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": environment.provider(
            OIDC_SERVER,
            OIDC_NAME,
            environment.text("ANGIKAR_OIDC_CLIENT", ""),
            environment.text("ANGIKAR_OIDC_SECRET", ""),
        ),
    }
}

# Bangla first, English complete; days are Dhaka's days.
LANGUAGE_CODE = "bn"
LANGUAGES = [("bn", "বাংলা"), ("en", "English")]
LOCALE_PATHS = [HOUSE / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Dhaka"
TODAY = environment.day("ANGIKAR_TODAY")  # the day that all screens take for today; for pictures and trials only

STATIC_URL = "static/"
STATIC_ROOT = environment.folder("ANGIKAR_STATIC", str(VAR / "static"))
STATICFILES_DIRS = [("angikar", assets.WEB_DIR)] if assets.WEB_DIR.is_dir() else []
WHITENOISE_USE_FINDERS = DEBUG
_STATIC = "django.contrib.staticfiles.storage.StaticFilesStorage"
_PACKED = "whitenoise.storage.CompressedManifestStaticFilesStorage"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": FILES}},
    "staticfiles": {
        "BACKEND": _STATIC if DEBUG else _PACKED,
        "OPTIONS": {"file_permissions_mode": 0o644, "directory_permissions_mode": 0o755},  # no data, for everybody
    },
}

# What a browser may do with our pages: nothing but our own scripts, styles, fonts and pictures.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "font-src": [SELF],
        "img-src": [SELF, "data:"],
        "connect-src": [SELF],
        "form-action": [SELF, *environment.origin(OIDC_SERVER)],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "object-src": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^metrics$"]  # asked from this machine itself, past the proxy
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SILENCED_SYSTEM_CHECKS = ["security.W021"]  # whether a name goes into browsers' preload lists is its owner's decision
SECURE_PROXY_SSL_HEADER = (
    ("HTTP_X_FORWARDED_PROTO", "https") if environment.switch("ANGIKAR_BEHIND_PROXY", False) else None
)
PROXIES = environment.networks("ANGIKAR_PROXIES", "127.0.0.0/8,::1")
_HOST = "__Host-" if HTTPS else ""  # a browser takes such a cookie from this host alone, and over HTTPS alone
DEVICE_COOKIE, SEEN_COOKIE = f"{_HOST}angikar-device", f"{_HOST}angikar-seen"
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = f"{_HOST}sessionid", f"{_HOST}csrftoken"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = environment.number("ANGIKAR_SESSION_HOURS", 12, least=1) * 60 * 60
IDLE_SECONDS = environment.number("ANGIKAR_IDLE_MINUTES", 30, least=2) * 60

DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024  # of a form without its files
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000
DATA_UPLOAD_MAX_NUMBER_FILES = 20
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024  # larger files go to disk while they arrive
FILE_UPLOAD_TEMP_DIR = environment.folder("ANGIKAR_TMP", str(VAR / "tmp"))
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700
VIRUS_SCANNER = environment.listener("ANGIKAR_VIRUS_SCANNER")

TRUSTED_AUTHORITIES = environment.text("ANGIKAR_TRUSTED_AUTHORITIES", "")
TIMESTAMP_SERVER = environment.address("ANGIKAR_TIMESTAMP_SERVER")

# The channels of notices. Without a mail server or a gateway the page alone shows them.
HOUSE_ADDRESS = environment.text("ANGIKAR_ADDRESS", "http://127.0.0.1:8000").rstrip("/")
MAIL_FROM = environment.text("ANGIKAR_MAIL_FROM", "")
EMAIL_HOST = environment.text("ANGIKAR_MAIL_HOST", "localhost")
EMAIL_PORT = environment.number("ANGIKAR_MAIL_PORT", 25)
EMAIL_HOST_USER = environment.text("ANGIKAR_MAIL_USER", "")
EMAIL_HOST_PASSWORD = environment.text("ANGIKAR_MAIL_PASSWORD", "")
EMAIL_USE_TLS = environment.switch("ANGIKAR_MAIL_TLS", not lines.is_here(EMAIL_HOST))
ANCHOR_TO = environment.words("ANGIKAR_ANCHOR_TO")
EMAIL_TIMEOUT = 15  # seconds
DIGEST_HOUR = environment.number("ANGIKAR_DIGEST_HOUR", 9, most=23)
SMS_GATEWAY = environment.gateway("ANGIKAR_SMS_GATEWAY")
SMS_METHOD = environment.one_of("ANGIKAR_SMS_METHOD", ("POST", "GET"))
SMS_HEADERS = environment.lines(
    "ANGIKAR_SMS_HEADERS", "Content-Type: application/json; charset=utf-8\nAuthorization: Bearer {key}"
)
SMS_BODY = environment.text("ANGIKAR_SMS_BODY", '{"to": "{to}", "text": "{text}"}')
SMS_SENT = environment.pattern("ANGIKAR_SMS_SENT")
SMS_KEY = environment.text("ANGIKAR_SMS_KEY", "")
SMS_SENDER = environment.text("ANGIKAR_SMS_SENDER", "")
SMS_SEGMENTS = environment.number("ANGIKAR_SMS_SEGMENTS", 2, least=1, most=6)

# What takes long is done beside the pages by so many workers; without any it is done while somebody waits.
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
JOB_WORKERS = environment.number("ANGIKAR_JOB_WORKERS", 0)

# What watches the system: logs, and figures for this machine or for who has the token.
LOG_TO = environment.host_and_port("ANGIKAR_LOG_TO")
LOGGING = logs.settled(
    environment.text("ANGIKAR_LOG", "WARNING"),
    environment.one_of("ANGIKAR_LOG_FORM", ("TEXT", "JSON")),
    LOG_TO,
)
METRICS_TOKEN = environment.text("ANGIKAR_METRICS_TOKEN", "")
METRICS_FOLDER = environment.text("PROMETHEUS_MULTIPROC_DIR", "")  # of all worker processes; `angikar serve` sets it
PROMETHEUS_METRIC_NAMESPACE = "angikar"
BACKUP_RECIPIENTS = environment.words("ANGIKAR_BACKUP_RECIPIENTS")
DISK_LEAST = environment.number("ANGIKAR_DISK_LEAST", 1024)  # megabytes
ALARM_MAIL = environment.words("ANGIKAR_ALARM_MAIL")
checks.register(lines.warned, checks.Tags.security, deploy=True)
