"""The settings of the project; those of imsterms are marked."""

from pathlib import Path

SECRET_KEY = "change me"
ALLOWED_HOSTS = ["127.0.0.1"]
ROOT_URLCONF = "urls"
MIDDLEWARE = ["django.middleware.locale.LocaleMiddleware"]
LANGUAGE_CODE = "nb"
LANGUAGES = [("nb", "Bokmål"), ("nn", "Nynorsk"), ("en", "English")]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [Path(__file__).with_name("templates")],
        "OPTIONS": {"libraries": {"imsterms": "imsterms.integrations.django"}},  # {% load imsterms %}
    }
]
IMSTERMS_LANGUAGE = "nb"  # where Django's language has no terms
IMSTERMS_AUDIENCE = "patient"  # explanations instead of definitions
