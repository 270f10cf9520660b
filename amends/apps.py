"""The one Django app."""

from django.apps import AppConfig


class AmendsConfig(AppConfig):
    """One app, one chain of migrations; the packages below it are the product."""

    name = "amends"
    verbose_name = "amends"
    default_auto_field = "django.db.models.BigAutoField"
