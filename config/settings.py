"""Every setting of Rapporteur, read from the environment; README.md lists them in a table.

Nothing has to be set: the defaults are those of `make run`, one machine with SQLite.
"""

import os
from datetime import timedelta
from pathlib import Path
from urllib.parse import quote, urlsplit

import environ
from django.utils.translation import gettext_lazy as _

from config.keys import kept_secret

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"
VAR_DIR.mkdir(exist_ok=True)

env = environ.Env()

# --- Where and how this archive is reached ------------------------------------------------------

DEBUG = env.bool("DEBUG", default=False)
BASE_URL = env.str("BASE_URL", default="http://127.0.0.1:8000").rstrip("/")
IS_HTTPS = BASE_URL.startswith("https://")
ALLOWED_HOSTS = [
    *env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"]),
    urlsplit(BASE_URL).hostname,
]
# Where readers may write: an e-mail address, a web address, or words.
CONTACT = env.str("CONTACT", default="")
# How many proxies of our own stand in front and add to X-Forwarded-For; 0 means: believe no header.
PROXIES = env.int("PROXIES", default=0)
CLIENT_ADDRESS_CALLABLE = "config.proxies.client_address"

# Not through django-environ, which takes a value starting with "$" for another variable's name.
SECRET_KEY = os.environ.get("SECRET_KEY") or kept_secret(VAR_DIR / "secret_key")

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

# --- What it is made of -------------------------------------------------------------------------

INSTALLED_APPS = [
    "diplomacy",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "rest_framework",
    "django_filters",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "axes",
]

MIDDLEWARE = [
    "diplomacy.site.middleware.HeadersAlone",
    "diplomacy.site.middleware.SecurityHeaders",
    "diplomacy.site.middleware.Compression",
    "diplomacy.api.middleware.ApiEdge",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # After what every answer needs, before all that could ask the database.
    "diplomacy.site.generation.GenerationMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "diplomacy.site.middleware.Languages",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "diplomacy.site.context.page",
            ],
            "libraries": {
                "archive": "diplomacy.site.templatetags.archive",
                "books": "diplomacy.site.templatetags.books",
                "charts": "diplomacy.site.templatetags.charts",
                "records": "diplomacy.site.templatetags.records",
            },
        },
    },
]

# --- Database, cache, files ---------------------------------------------------------------------

DATABASES = {
    "default": {
        **env.db_url("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'rapporteur.sqlite3'}"),
        "CONN_MAX_AGE": env.int("CONN_MAX_AGE", default=60),
        "CONN_HEALTH_CHECKS": True,
    }
}
IS_SQLITE = DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3"
if IS_SQLITE:
    # A writer takes its lock at once and waits up to 20 s for it, so that no transaction fails
    # half-way with "database is locked"; readers never wait (write-ahead log).
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": (
            "PRAGMA journal_mode=WAL;"
            "PRAGMA synchronous=NORMAL;"
            "PRAGMA temp_store=MEMORY;"
            "PRAGMA mmap_size=268435456;"  # bytes
            "PRAGMA cache_size=-32000;"  # minus: KiB
        ),
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {"default": env.cache_url("CACHE_URL", default="locmemcache://rapporteur")}

STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
# Set on a deployed archive, where `collectstatic` fills it. Unset, files come from their sources.
STATIC_ROOT = env.str("STATIC_ROOT", default="") or None
WHITENOISE_USE_FINDERS = STATIC_ROOT is None

# No web server hands out the store: this is the editors' own view of it, for those signed in.
MEDIA_URL = "/admin/diplomacy/image/stored/"
MEDIA_ROOT = env.str("MEDIA_ROOT", default=str(VAR_DIR / "media"))
S3_BUCKET = env.str("S3_BUCKET", default="")

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if STATIC_ROOT
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
if S3_BUCKET:
    STORAGES["default"] = {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": S3_BUCKET,
            "endpoint_url": env.str("S3_ENDPOINT_URL", default="") or None,
            "region_name": env.str("S3_REGION", default="") or None,
        },
    }

# Long texts are pasted whole, and a record with many paragraphs has many form fields.
DATA_UPLOAD_MAX_MEMORY_SIZE = 25 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000
# More than a form takes at once, so that the form itself can say so and keep what was typed.
DATA_UPLOAD_MAX_NUMBER_FILES = 200
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o644

# --- Letters to readers -------------------------------------------------------------------------

# On one machine letters are files in var/mail, to be looked at. An archive on HTTPS has real
# readers: without a mail server of its own it offers them feeds alone, and no e-mail.
EMAIL_URL = env.str(
    "EMAIL_URL", default="" if IS_HTTPS else f"filemail:///{quote(str(VAR_DIR))}/mail"
)
SENDS_MAIL = bool(EMAIL_URL)
vars().update(env.email_url_config(EMAIL_URL or "dummymail://"))
EMAIL_TIMEOUT = 10  # seconds
DEFAULT_FROM_EMAIL = env.str(
    "EMAIL_FROM",
    default=f"Rapporteur <archive@{urlsplit(BASE_URL).hostname if IS_HTTPS else 'localhost'}>",
)

# --- Languages and time -------------------------------------------------------------------------

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("zh-hans", _("Simplified Chinese")), ("ur", _("Urdu"))]
# Our own words, then those that Django and other packages lack in our languages.
LOCALE_PATHS = [BASE_DIR / "diplomacy" / "locale", BASE_DIR / "diplomacy" / "locale_packages"]
# The one language that no address tells is that of the editors' screens: theirs is remembered.
LANGUAGE_COOKIE_PATH = "/admin/"
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_SECURE = IS_HTTPS
FORMAT_MODULE_PATH = ["config.formats"]
# Years and numbers of editions are no quantities: what counts many is grouped where it is shown.
USE_THOUSAND_SEPARATOR = False
USE_I18N = True
USE_TZ = True
TIME_ZONE = env.str("TIME_ZONE", default="UTC")

# --- Editors and their passwords ----------------------------------------------------------------

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
_RULES = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{_RULES}.UserAttributeSimilarityValidator"},
    {"NAME": f"{_RULES}.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": f"{_RULES}.CommonPasswordValidator"},
    {"NAME": f"{_RULES}.NumericPasswordValidator"},
]
LOGIN_URL = "admin:login"

# Five wrong passwords for one name from one address close the door for a quarter of an hour.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_CLIENT_IP_CALLABLE = CLIENT_ADDRESS_CALLABLE

# --- Security -----------------------------------------------------------------------------------

# Named as in Django 6, whose own middleware can take over from diplomacy.site.middleware.
SECURE_CSP = {
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "img-src": ["'self'", "data:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'none'"],
    "base-uri": ["'self'"],
}
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
PERMISSIONS_POLICY = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "diplomacy.site.errors.forbidden"

if PROXIES:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
if IS_HTTPS:
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    CSRF_TRUSTED_ORIGINS = [BASE_URL]
    SECURE_SSL_REDIRECT = True
    SECURE_REDIRECT_EXEMPT = [r"^healthz$"]  # asked over plain HTTP by whatever watches the server
    SECURE_HSTS_SECONDS = 365 * 24 * 3600
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True

# --- The API ------------------------------------------------------------------------------------

# Open to all and read-only: nobody logs in to it, and no session is looked at.
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": [],
    "UNAUTHENTICATED_USER": None,
    "DEFAULT_PARSER_CLASSES": [],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "diplomacy.api.errors.handle",
    "URL_FORMAT_OVERRIDE": None,
    "DEFAULT_THROTTLE_CLASSES": ["rest_framework.throttling.AnonRateThrottle"],
    "DEFAULT_THROTTLE_RATES": {"anon": env.str("API_RATE", default="") or None},
    "NUM_PROXIES": PROXIES,
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Rapporteur",
    "DESCRIPTION": (
        "An archive of diplomatic dialogue: meetings, joint texts, signed articles, accounts and "
        "commitments, with whose words they are and how they changed. Open, without a key, "
        "read-only. Answers carry an ETag; send it back as If-None-Match and get 304 while "
        "nothing has changed."
    ),
    "VERSION": "1.0.0",
    "OAS_VERSION": "3.1.1",
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "LICENSE": {"name": "BSD-3-Clause"},
    # Enumerations stay where they are used: their names would change with every new one.
    "POSTPROCESSING_HOOKS": ["diplomacy.api.schema.sparse_rows"],
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "SWAGGER_UI_SETTINGS": {
        "deepLinking": True,
        "supportedSubmitMethods": ["get"],
        "validatorUrl": None,  # it would send the archive's address to a stranger
    },
}

# --- What is written down -----------------------------------------------------------------------

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "plain"},
        "nowhere": {"class": "logging.NullHandler"},
    },
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="WARNING")},
    "loggers": {
        "django.server": {"level": "INFO"},
        "django.request": {"level": "ERROR"},  # a page not found is the asker's news
        # Strangers trying other host names is weather, not news.
        "django.security.DisallowedHost": {"handlers": ["nowhere"], "propagate": False},
    },
}
