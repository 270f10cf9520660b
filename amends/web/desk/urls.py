"""Addresses of the desk pages."""

from django.urls import URLPattern, path

from amends.web.desk import today
from amends.web.pieces import pieces

urlpatterns: list[URLPattern] = [
    path("", today.today, name="today"),
    path("today/lanes", today.lanes, name="lanes"),
    path("today/news", today.news, name="news"),
    path("today/<str:name>", today.lane, name="lane"),
    path("search", pieces, name="search"),
    path("customers", pieces, name="customers"),
    path("customers/<int:pk>", pieces, name="customer"),
    path("kept-mail", pieces, name="kept_mail"),
    path("people", pieces, name="people"),
    path("profile", pieces, name="profile"),
    path("pieces", pieces, name="pieces"),
]
