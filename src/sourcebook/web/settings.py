"""Django's settings for the archive of this process: what `archive.toml` leaves open is fixed here."""

from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from django.utils.translation import gettext_lazy as _

from sourcebook.archive_folder import current_archive
from sourcebook.web.databases import database_of

ARCHIVE = current_archive()
_ADDRESS = urlsplit(ARCHIVE.address)
_SECURE = _ADDRESS.scheme == "https"

SECRET_KEY = ARCHIVE.secret()
DEBUG = False
ALLOWED_HOSTS = [
    *filter(None, [_ADDRESS.hostname]),
    "localhost",
    "127.0.0.1",
    "[::1]",
    *ARCHIVE.settings.hosts,
]
CSRF_TRUSTED_ORIGINS = [f"{_ADDRESS.scheme}://{_ADDRESS.netloc}"] if _ADDRESS.netloc else []

ROOT_URLCONF = "sourcebook.web.urls"
INSTALLED_APPS = [
    "sourcebook.ingest",
    "sourcebook.publishing",
    "sourcebook.subjects",
    "sourcebook.sources",
    "sourcebook.authorities",
    # The editor's own frame asks for documents and images; nobody keeps any there.
    "wagtail.documents",
    "wagtail.images",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "django_tasks_db",
    "modelcluster",
    "taggit",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "sourcebook.authorities.saved_meanwhile.SavedMeanwhile",
    "sourcebook.publishing.gate.middleware.GateMiddleware",
    "sourcebook.publishing.telling.TellingMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [Path(__file__).parent / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]

DATABASES = {"default": database_of(ARCHIVE)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# What takes longer than a click waits in the database for a worker. Wagtail's own small tasks are done on the spot.
TASKS = {
    "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"},
    "work": {"BACKEND": "django_tasks_db.DatabaseBackend"},
}

# The editor speaks the language of the browser, or the one an editor chose in their account.
LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("ru", _("Russian"))]
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
# What the archive is written in stands in its records; to Wagtail its pages are all of one language.
WAGTAIL_CONTENT_LANGUAGES = [("en", _("English"))]
# Packages that are no apps of Django's: their sentences are told at the desk all the same.
LOCALE_PATHS = [
    Path(__file__).parents[1] / name / "locale"
    for name in ("vocabulary", "record", "dialect", "masters", "standards", "derivatives", "web")
]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"
# Some systems list, beside places, files that are none; a browser stops at them.
WAGTAIL_USER_TIME_ZONES = sorted(available_timezones() - {"localtime", "posixrules", "Factory"})

STATIC_URL = "/static/"
MEDIA_ROOT = ARCHIVE.access / "media"

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _SECURE
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _SECURE else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"
# A text of a thousand passages, or a subject with all its selections, is one form.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 50_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 50 * 2**20

# What is brought goes to the disk as it comes, on the archive's own, because a computer's place for temporary files is
# often its memory.
FILE_UPLOAD_HANDLERS = ["sourcebook.web.uploads.InboxUploadHandler"]
FILE_UPLOAD_TEMP_DIR = ARCHIVE.inbox
DATA_UPLOAD_MAX_NUMBER_FILES = 1000

LOGIN_URL = "wagtailadmin_login"
LOGIN_REDIRECT_URL = "wagtailadmin_home"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]
_MAIL = ARCHIVE.settings.mail
EMAIL_BACKEND = (
    "sourcebook.publishing.mail.outbox.OutboxBackend"
    if _MAIL.host
    else "django.core.mail.backends.dummy.EmailBackend"
)
EMAIL_HOST, EMAIL_PORT, EMAIL_HOST_USER = _MAIL.host, _MAIL.port, _MAIL.user
EMAIL_HOST_PASSWORD = ARCHIVE.mail_password() if _MAIL.host else ""
EMAIL_USE_TLS, EMAIL_USE_SSL = _MAIL.security == "starttls", _MAIL.security == "tls"
# Only the worker waits for the mail server.
EMAIL_TIMEOUT = 15
DEFAULT_FROM_EMAIL = SERVER_EMAIL = WAGTAILADMIN_NOTIFICATION_FROM_EMAIL = _MAIL.sender or "nobody@localhost"
WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS = True

WAGTAIL_SITE_NAME = "Sourcebook"
WAGTAILADMIN_BASE_URL = ARCHIVE.address
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
# Without e-mail nobody can be sent a new password; `sourcebook user` gives one.
WAGTAIL_PASSWORD_RESET_ENABLED = bool(_MAIL.host)
WAGTAIL_I18N_ENABLED = False
# Drafts save themselves, when the editor has stopped writing for as many milliseconds.
WAGTAIL_AUTOSAVE_INTERVAL = 3000
# Wagtail's index is rescanned at every save; our lists search names and titles themselves.
WAGTAILSEARCH_BACKENDS = {
    "default": {"BACKEND": "modelsearch.backends.database.fallback", "AUTO_UPDATE": False}
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{levelname}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"level": "ERROR", "handlers": ["console"], "propagate": False},
        "wagtail": {"level": "WARNING"},
        # A broken picture is told to whoever brings it.
        "pyvips": {"level": "ERROR"},
    },
}
