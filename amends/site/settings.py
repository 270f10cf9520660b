"""Settings, all from the environment, with defaults that suit a shop of three.

Every `AMENDS_…` variable is listed in `docs/running/settings.md`; a test compares the two.
"""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from amends.site.secrets import secret_key

DATA = Path(os.environ.get("AMENDS_DATA", "data")).resolve()
DEBUG = os.environ.get("AMENDS_DEBUG") == "1"
BASE_URL = os.environ.get("AMENDS_URL", "http://127.0.0.1:8000").rstrip("/")
SECRET_KEY = secret_key(DATA, os.environ)
ALLOWED_HOSTS = [
    *filter(None, os.environ.get("AMENDS_HOSTS", "").split(",")),
    urlsplit(BASE_URL).hostname or "127.0.0.1",
    "127.0.0.1",
    "localhost",
]
CSRF_TRUSTED_ORIGINS = [BASE_URL]
# How many proxies of our own stand in front; without it every visitor behind one would count as the same address.
ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("AMENDS_PROXIES", "0"))


def database(url: str) -> dict[str, object]:
    """Django's form of a `postgresql://` address; a socket folder may stand in the host, percent-encoded, or in `?host=`."""
    parts = urlsplit(url)
    options: dict[str, object] = dict(parse_qsl(parts.query))
    host = options.pop("host", None) or unquote(parts.hostname or "")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")) or "amends",
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": str(parts.port or options.pop("port", "")),
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"application_name": "amends", "connect_timeout": 10, **options},
    }


DATABASES = {"default": database(os.environ.get("DATABASE_URL", "postgresql:///amends"))}
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "amends_cache", "TIMEOUT": 3600}
}

INSTALLED_APPS = [
    "amends",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "django_htmx",
    "template_partials.apps.SimpleAppConfig",
    "procrastinate.contrib.django",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "amends.web.trouble.Trouble",
]
ROOT_URLCONF = "amends.site.urls"
WSGI_APPLICATION = "amends.site.wsgi.application"
PACKAGE = Path(__file__).resolve().parent.parent
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "web" / "templates"],
        "OPTIONS": {
            # Partials outermost, round the cached loader: the one order in which both work.
            "loaders": [
                (
                    "template_partials.loader.Loader",
                    [
                        (
                            "django.template.loaders.cached.Loader",
                            [
                                "django.template.loaders.filesystem.Loader",
                                "django.template.loaders.app_directories.Loader",
                            ],
                        )
                    ],
                )
            ],
            "builtins": ["template_partials.templatetags.partials", "amends.web.tags"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]
FORM_RENDERER = "amends.site.widgets.Widgets"

AUTH_USER_MODEL = "amends.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "today"
ACCOUNT_ADAPTER = "amends.web.signin.Doorkeeper"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGIN_ON_PASSWORD_RESET = True
ACCOUNT_RATE_LIMITS = {"login_failed": "10/m/ip,5/5m/key", "login": "30/m/ip"}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
SESSION_COOKIE_AGE = 14 * 24 * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BASE_URL.startswith("https:")
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "amends.web.refusals.forged"

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if BASE_URL.startswith("https:"):
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}

LANGUAGE_CODE = os.environ.get("AMENDS_LANGUAGE", "en")
USE_I18N = True
USE_TZ = True
TIME_ZONE = os.environ.get("AMENDS_TIME_ZONE", "Europe/London")

STATIC_URL = "/static/"
STATICFILES_DIRS = [PACKAGE / "web" / "static"]
STATIC_ROOT = None  # served straight from the package; nothing is collected
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 0 if DEBUG else 30 * 24 * 3600
STORAGES = {"staticfiles": {"BACKEND": "amends.web.versions.Versioned"}}

# What one person may send us in one go; more gets a clear refusal, not a full disk.
ATTACHMENT_MAX_BYTES = int(os.environ.get("AMENDS_ATTACHMENT_MAX_BYTES", str(25 * 1024 * 1024)))
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000

# A folder of policy packs of the house's own; empty for the shipped ones alone.
AMENDS_POLICY = os.environ.get("AMENDS_POLICY", "")

# What `amends triage train` wrote from the house's own readings; empty for what is shipped.
AMENDS_LEANINGS = os.environ.get("AMENDS_LEANINGS", "")

# Where the files of the status page are written; whatever can serve a folder can serve them.
STATUS_FOLDER = os.environ.get("AMENDS_STATUS", str(DATA / "status"))

# The key that monitoring and shops send with what they tell the hooks; without one there are none.
HOOK_KEY = os.environ.get("AMENDS_HOOK_KEY", "")

# Gateways that reach phones, told of every page for safety beside the mail: an address with the secret that signs, or a command.
PAGE_WEBHOOK = os.environ.get("AMENDS_PAGE_WEBHOOK", "")
PAGE_SECRET = os.environ.get("AMENDS_PAGE_SECRET", "")
PAGE_COMMAND = os.environ.get("AMENDS_PAGE_COMMAND", "")

# Mail. `AMENDS_MAIL_FROM` is the address customers see and write to; replies come back to it with a signed tag.
MAIL_FROM = os.environ.get("AMENDS_MAIL_FROM", "desk@localhost")
MAIL_FROM_NAME = os.environ.get("AMENDS_MAIL_FROM_NAME", "The service desk")
MAIL_DOMAINS = [*filter(None, os.environ.get("AMENDS_MAIL_DOMAINS", "").split(",")), MAIL_FROM.partition("@")[2]]
SMTP_URL = os.environ.get("AMENDS_SMTP_URL", "smtp://127.0.0.1:1025")
MAIL_LISTEN = os.environ.get("AMENDS_MAIL_LISTEN", "127.0.0.1:2525")
# Money back through Stripe; without a key, refunds are given by hand or by finance. The address is only changed for a stand-in.
STRIPE_KEY = os.environ.get("AMENDS_STRIPE_KEY", "")
STRIPE_URL = os.environ.get("AMENDS_STRIPE_URL", "https://api.stripe.com")
STRIPE_WEBHOOK_SECRET = os.environ.get("AMENDS_STRIPE_WEBHOOK_SECRET", "")
IMAP_URLS = os.environ.get("AMENDS_IMAP_URLS", "").split()

PROCRASTINATE_AUTODISCOVER_MODULE_NAME = ""  # only the worker needs the jobs, and it names them
PROCRASTINATE_IMPORT_PATHS = ["amends.worker.jobs", "amends.worker.outreach", "amends.worker.lessons"]
PROCRASTINATE_ON_APP_READY = None

LOGGING_CONFIG = None
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
SILENCED_SYSTEM_CHECKS = ["account.W001"]
