"""Where others call us."""

from django.urls import path

from amends.integrations import hooks

urlpatterns = [path("hooks/stripe", hooks.stripe, name="hook_stripe")]
