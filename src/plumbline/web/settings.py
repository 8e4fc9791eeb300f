"""Settings of the site. What differs between installations comes from the environment:

PLUMBLINE_DATA        data folder (default: ``var`` in the working directory)
DATABASE_URL          default: SQLite in the data folder; ``postgres://...`` for several machines
PLUMBLINE_SECRET_KEY  default: made on first start and kept in the data folder
PLUMBLINE_OLD_SECRET_KEYS  secrets that were in force before, separated by commas: what they sealed stays readable
PLUMBLINE_HOSTS       host names the site answers to, separated by commas (default: this machine)
PLUMBLINE_URL         where people find the site, for the links in mail (default: by the first of PLUMBLINE_HOSTS)
PLUMBLINE_HTTPS       1 behind a proxy that speaks https and sets X-Forwarded-Proto
PLUMBLINE_PROXIES     how many proxies add to X-Forwarded-For (default: 1 with https, else 0)
PLUMBLINE_EMAIL_URL   smtp://user:password@host:port, smtp+tls:// or smtp+ssl://; without it mail goes to the log,
                      in the demo to files in the data folder
PLUMBLINE_EMAIL_FROM  sender of mail
PLUMBLINE_LOG_LEVEL   default: INFO
PLUMBLINE_STANDARDS_FOLDER  folder of standards, each a git checkout or in one, that drafts may be begun from
PLUMBLINE_DEMO        1 lets anyone sign in as a person of the demo world; never for real data
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import dj_database_url
from csp.constants import NONE, SELF

import plumbline.office
from plumbline.web.installation import data_folder, secret_key, site_url, switch, whole_number, words

WEB = Path(__file__).parent
DATA = data_folder()
HTTPS = switch("PLUMBLINE_HTTPS")
DEMO = switch("PLUMBLINE_DEMO")
LOOPBACK = "localhost,127.0.0.1,[::1]"

DEBUG = False
SECRET_KEY = secret_key(DATA)
SECRET_KEY_FALLBACKS = words("PLUMBLINE_OLD_SECRET_KEYS")
ALLOWED_HOSTS = words("PLUMBLINE_HOSTS", LOOPBACK)
SITE_URL = site_url(ALLOWED_HOSTS, HTTPS)
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS] if HTTPS else []
PROXIES = whole_number("PLUMBLINE_PROXIES", 1 if HTTPS else 0)

OFFICE_APPS = sorted(
    f"plumbline.office.{folder.name}"
    for folder in Path(plumbline.office.__path__[0]).iterdir()
    if (folder / "apps.py").is_file()
)
INSTALLED_APPS = [
    "plumbline.web",
    *OFFICE_APPS,
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "rules",
    "template_partials",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "plumbline.office.foundation.request_context.RequestContextMiddleware",
    "plumbline.office.foundation.body_limit.BodyLimitMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "plumbline.office.foundation.no_nul.NoNulMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "plumbline.office.people.middleware.PrivatePagesMiddleware",
    "plumbline.office.people.middleware.SetUpFirstMiddleware",
]

ROOT_URLCONF = "plumbline.web.urls"
WSGI_APPLICATION = "plumbline.web.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [WEB / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "plumbline.office.people.context.organisation",
                "plumbline.office.notifications.context.inbox",
                "plumbline.office.standards.context.own_words",
                "plumbline.office.guidance.context.here",
                "plumbline.office.planning.context.drafts",
            ],
        },
    }
]

# Lists to choose from may be long: templates/django/forms/widgets/select.html draws them.
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"


def database() -> dict[str, Any]:
    url = os.environ.get("DATABASE_URL") or f"sqlite:///{DATA / 'plumbline.sqlite3'}"
    config: dict[str, Any] = {**dj_database_url.parse(url)}
    if config["ENGINE"] != "django.db.backends.sqlite3":
        return {**config, "CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
    pragmas = "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA temp_store=MEMORY;PRAGMA cache_size=-20000"
    config["OPTIONS"] = {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": pragmas}
    # a file, as several threads of a test have to see the same database; its own, as two runs must not share one
    config["TEST"] = {"NAME": str(DATA / f"test-{os.getpid()}.sqlite3")}
    return config


DATABASES = {"default": database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "foundation_cache",
        # it counts attempts to sign in: so many that nobody can push out the count of another by attempts of their own
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
STATIC_ROOT.mkdir(exist_ok=True)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "plumbline.web.static_files.HashedFiles"},
}

AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in [
        ("UserAttributeSimilarityValidator", {"user_attributes": ("email", "name")}),
        ("MinimumLengthValidator", {"min_length": 10}),
        ("CommonPasswordValidator", {}),
        ("NumericPasswordValidator", {}),
    ]
]
PASSWORD_RESET_TIMEOUT = 7 * 24 * 3600
LOGIN_URL = "persona_sign_in" if DEMO else "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGOUT_REDIRECT_URL = "/demo/" if DEMO else "/accounts/login/"
ACCOUNT_ADAPTER = "plumbline.office.people.sign_in.SignInAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_USER_DISPLAY = "plumbline.office.people.sign_in.name_of"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_NOTIFICATIONS = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Plumbline"
MFA_TOTP_TOLERANCE = 1
# addresses are entered by the organisation, which vouches for them: there is nothing to verify by mail
MFA_ALLOW_UNVERIFIED_EMAIL = True
ALLAUTH_TRUSTED_PROXY_COUNT = PROXIES

SESSION_COOKIE_AGE = 14 * 24 * 3600
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
if HTTPS:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 365 * 24 * 3600
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True

MEGABYTE = 1024 * 1024
PLAN_FILE_LIMIT = 64 * MEGABYTE
STANDARDS_FOLDER = os.environ.get("PLUMBLINE_STANDARDS_FOLDER", "")
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * MEGABYTE
BODY_LIMIT = PLAN_FILE_LIMIT + DATA_UPLOAD_MAX_MEMORY_SIZE
ARCHIVE_LIMIT = 1024 * MEGABYTE
BODY_LIMITS = {"/set-up/archive/": "plumbline.office.archive.limits.of_upload"}
"""Addresses that take more, each with what says how much at the moment."""
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
DATA_UPLOAD_MAX_NUMBER_FILES = 20
FILE_UPLOAD_MAX_MEMORY_SIZE = 4 * MEGABYTE

LANGUAGE_CODE = "en-gb"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"


def email() -> dict[str, Any]:
    """Mail settings by address; ``smtp+tls`` starts TLS after connecting, ``smtp+ssl`` speaks it at once."""
    url = urlsplit(os.environ.get("PLUMBLINE_EMAIL_URL", ""))
    if not url.scheme:
        if DEMO:
            files = "django.core.mail.backends.filebased.EmailBackend"
            return {"EMAIL_BACKEND": files, "EMAIL_FILE_PATH": str(DATA / "mail")}
        return {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": url.hostname or "localhost",
        "EMAIL_PORT": url.port or 25,
        "EMAIL_HOST_USER": unquote(url.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(url.password or ""),
        "EMAIL_USE_TLS": url.scheme == "smtp+tls",
        "EMAIL_USE_SSL": url.scheme == "smtp+ssl",
        "EMAIL_TIMEOUT": 30,
    }


globals().update(email())
DEFAULT_FROM_EMAIL = os.environ.get("PLUMBLINE_EMAIL_FROM", "plumbline@localhost")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "filters": {"secrets": {"()": "plumbline.web.quiet_log.WithoutSecretAddresses"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["secrets"]}},
    "root": {"handlers": ["console"], "level": os.environ.get("PLUMBLINE_LOG_LEVEL", "INFO").upper()},
    "loggers": {
        "django.server": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        "django.security.DisallowedHost": {"level": "CRITICAL"},
    },
}
