"""Addresses of the desk pages."""

from django.urls import URLPattern, path

from amends.web.pieces import pieces

urlpatterns: list[URLPattern] = [
    path("", pieces, name="today"),
    path("search", pieces, name="search"),
    path("customers", pieces, name="customers"),
    path("customers/<int:pk>", pieces, name="customer"),
    path("kept-mail", pieces, name="kept_mail"),
    path("people", pieces, name="people"),
    path("profile", pieces, name="profile"),
    path("pieces", pieces, name="pieces"),
]
