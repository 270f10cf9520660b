"""Addresses of the portal pages. Acts are nouns below the case; only a POST does them."""

from django.urls import path

from amends.web.portal import complaining, views

urlpatterns = [
    path("complain", complaining.complaint, name="portal-complaint"),
    path("complain/received", complaining.dropped, name="portal-complaint-received"),
    path("c/<str:token>", views.case, name="portal-case"),
    path("c/<str:token>/received", complaining.received, name="portal-received"),
    path("c/<str:token>/confirmation", views.confirmation, name="portal-confirmation"),
    path("c/<str:token>/correction", views.correction, name="portal-correction"),
    path("c/<str:token>/wish", views.wish, name="portal-wish"),
    path("c/<str:token>/choice", views.choice, name="portal-choice"),
    path("c/<str:token>/remedies/<int:key>/receipt", views.receipt, name="portal-receipt"),
    path("c/<str:token>/remedies/<int:key>/shortfall", views.shortfall, name="portal-shortfall"),
    path("c/<str:token>/messages", views.messages, name="portal-messages"),
    path("c/<str:token>/answers", views.answers, name="portal-answers"),
    path("c/<str:token>/calls", views.calls, name="portal-calls"),
    path("c/<str:token>/cadence", views.cadence, name="portal-cadence"),
    path("c/<str:token>/files/<int:key>", views.file, name="portal-file"),
    path("c/<str:token>/link", views.link, name="portal-link"),
]
