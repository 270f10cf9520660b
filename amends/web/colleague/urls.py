"""Addresses of the colleague's page. Acts are nouns below the ask; only a POST does them."""

from django.urls import path

from amends.web.colleague.asked import acknowledgement, answer, asked, refusal

urlpatterns = [
    path("a/<str:token>", asked, name="asked"),
    path("a/<str:token>/acknowledgement", acknowledgement, name="asked-acknowledgement"),
    path("a/<str:token>/answer", answer, name="asked-answer"),
    path("a/<str:token>/refusal", refusal, name="asked-refusal"),
]
