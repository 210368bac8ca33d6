"""All settings, in one file, from the environment (or from `.env`); `.env.example` lists them."""

from pathlib import Path

from composer_site.operations import environment as env
from composer_site.values.languages import CHOICES

BASE_DIR = Path(__file__).resolve().parent.parent

# The demo: production settings on loopback, with everything it needs made at its first run.
DEMO = env.word("DEMO", default=False)
# Of the server, whose command reads no `.env`: the two have to agree.
THREADS = env.threads("THREADS")
if not DEMO:
    env.read_dotenv(BASE_DIR / ".env")
if env.threads("THREADS") != THREADS:
    env.refuse("THREADS", "a value in the environment of the server's command, and none in .env")
DEBUG = env.word("DEBUG", default=False)
DATA_DIR = env.directory("DATA_DIR", BASE_DIR / "var")

# Plain http, and with it cookies that are not marked secure, exists on this machine only.
LOOPBACK_ONLY = DEMO or DEBUG
ALLOWED_HOSTS = env.hosts("ALLOWED_HOSTS", env.LOOPBACK if LOOPBACK_ONLY else None)
if LOOPBACK_ONLY and not set(ALLOWED_HOSTS) <= set(env.LOOPBACK):
    env.refuse("ALLOWED_HOSTS", "127.0.0.1, localhost or [::1] as long as DEMO or DEBUG is true")
if DEMO and DEBUG:
    env.refuse("DEBUG", "false as long as DEMO is true")

# What is printed for others to follow begins with it: a request may name another host of ours.
PORT = env.port("PORT", 8000) if LOOPBACK_ONLY else None  # of `make demo` and `runserver`
SITE_URL = env.site_url("SITE_URL", ALLOWED_HOSTS, PORT)
# Where the site is mounted, if it is not at the root: `/press`. Django hears no later than now.
SCRIPT_NAME = env.path_prefix("SCRIPT_NAME")
SECURITY_CONTACT = env.contact("SECURITY_CONTACT")
FORCE_SCRIPT_NAME = SCRIPT_NAME or None

SECRET_KEY = env.kept_secret(DATA_DIR / "secret-key") if DEMO else env.secret_key("SECRET_KEY")

INSTALLED_APPS = [
    "composer_site.staff",
    "composer_site.publishing",
    "composer_site.library",
    "people",
    "films",
    "press",
    "composer_site",
    "composer_site.visitors",
    "composer_site.desk.apps.DeskConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "adminsortable2",
    "django_prose_editor",
]

MIDDLEWARE = [
    "composer_site.operations.logs.RequestLogMiddleware",
    "composer_site.operations.security.HeadersMiddleware",
    "composer_site.operations.security.ContentSecurityPolicyMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "composer_site.operations.health.LivezMiddleware",
    "composer_site.operations.slow_clients.SlowClientsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "composer_site.operations.security.BodyLimitMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    # Around Django's, whose redirects to the address with a slash need the bound on caches too.
    "composer_site.visitors.visits.VisitMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "composer_site.staff.middleware.StaffMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "composer_site.operations.rows_gone.RowsGoneMiddleware",
]

ROOT_URLCONF = "composer_site.urls"
WSGI_APPLICATION = "composer_site.wsgi.application"

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
            ],
            "libraries": {"field_rows": "composer_site.desk.forms.field_rows"},
        },
    }
]

FORM_RENDERER = "composer_site.desk.forms.quick_renderer.QuickRenderer"

# Data. IMMEDIATE takes SQLite's write lock when a transaction begins: a deferred one fails at once,
# without waiting, where another writer was quicker.
DATABASE_OPTIONS = {
    "sqlite3": {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
        " PRAGMA foreign_keys=ON; PRAGMA mmap_size=0;",
    },
    "postgresql": {"connect_timeout": 5},
}
DATABASES = {
    "default": env.database("DATABASE_URL", f"sqlite:///{DATA_DIR}/db.sqlite3", DATABASE_OPTIONS)
    | {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATA_UPLOAD_MAX_MEMORY_SIZE = 8 * 2**20  # bytes of one form, its files aside
DATA_UPLOAD_MAX_NUMBER_FIELDS = 4000
DATA_UPLOAD_MAX_NUMBER_FILES = 20
BODY_LIMIT = 64 * 2**20  # bytes of one request, its files included

# Threads that wait for slow clients, at most; what is left answers everybody else.
STREAMS = THREADS // 4  # answers that are sent in pieces
BODIES = THREADS // 2  # bodies that still arrive: more, for several staff may save at one instant
BODY_TIMEOUT = 30  # seconds in which each piece of a body has to arrive

# Staff.
AUTH_USER_MODEL = "staff.User"
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "composer_site.staff.passwords.OwnNameValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "admin:login"
LOGIN_REDIRECT_URL = "admin:index"
SESSION_COOKIE_AGE = 14 * 60 * 60  # seconds: a long day's work
SIGN_IN_WINDOW = 15 * 60  # seconds in which failures are counted
# So many failures lock an account at one address, or an address for every account. Those of an
# account at whatever address lock nothing: after ten, more than a member mistypes at any one place,
# each failure is followed by a pause of so many seconds. Whoever lies has some 30 tries a window.
SIGN_IN_TRIES = {"account and address": 5, "address": 40, "account": 10}
SIGN_IN_PAUSES = [1, 2, 4, 8, 16, 30]
SIGN_IN_REMEMBERED = 30 * 24 * 60 * 60  # seconds: no pauses at an address that a sign-in came from

# Headers. A browser keeps a `__Host-` cookie only if it came over https, for this host alone.
HTTPS = not LOOPBACK_ONLY
PREFIX = "__Host-" if HTTPS else ""
SESSION_COOKIE_NAME = f"{PREFIX}session"
CSRF_COOKIE_NAME = f"{PREFIX}csrf"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [rf"^{SCRIPT_NAME[1:]}/?(livez|readyz)$"]
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if HTTPS else 0
# The other hosts of the domain are not ours to bind: subdomains and preloading stay out of HSTS.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

# Behind a proxy that sets X-Forwarded-Proto and adds to X-Forwarded-For. Without one, a visitor
# could write both, so neither is read.
BEHIND_PROXY = env.word("BEHIND_PROXY", default=False)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
FILES_BY = env.choice("FILES_BY", ["x-accel-redirect"])
if FILES_BY and not BEHIND_PROXY:
    env.refuse("FILES_BY", "nothing as long as BEHIND_PROXY is false")

# The names and the form of Django 6: once there, its middleware takes the place of ours.
SECURE_CSP = {
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "img-src": ["'self'"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "form-action": ["'self'"],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'none'"],
}
# The rich-text editor sends an import map (nonce) and puts a style element into the page.
SECURE_CSP_ADMIN = SECURE_CSP | {
    "script-src": ["'self'", "<CSP_NONCE_SENTINEL>"],
    "style-src": ["'self'", "'unsafe-inline'"],
}

# Languages and time.
LANGUAGE_CODE = "en"
LANGUAGES = CHOICES
LOCALE_PATHS = [BASE_DIR / "composer_site/locale", BASE_DIR / "composer_site/locale_django"]
FORMAT_MODULE_PATH = "composer_site.values.formats"
USE_TZ = True
TIME_ZONE = env.time_zone("TIME_ZONE", "Asia/Almaty")

# Files.
STATIC_URL = f"{SCRIPT_NAME}/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = DATA_DIR / "static"
MEDIA_ROOT = DATA_DIR / "media"
STORAGES = {
    "default": {"BACKEND": "composer_site.library.storage.WholeFileStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = DEBUG

# Logs: for people on loopback, lines of JSON everywhere else.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "people": {"format": "%(asctime)s %(levelname)s %(message)s", "datefmt": "%H:%M:%S"},
        "json": {"()": "composer_site.operations.logs.JsonFormatter"},
    },
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "people" if LOOPBACK_ONLY else "json",
        }
    },
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        "django": {"handlers": [], "level": "INFO", "propagate": True},
        "django.server": {"handlers": [], "level": "INFO", "propagate": True},
        # RequestLogMiddleware says the same in one line, with the status.
        "django.request": {"level": "ERROR"},
        "django.security.DisallowedHost": {"level": "CRITICAL"},
    },
}
