"""Addresses of the pages on what we learn."""

from django.urls import URLPattern, path

from amends.web.insight import hook, pages, trials, winning

urlpatterns: list[URLPattern] = [
    path("reports", pages.reports, name="reports"),
    path("reports/downloads/<str:kind>", pages.download, name="report_download"),
    path("reports/fairness", pages.fairness, name="fairness"),
    path("reports/mail", pages.subscribe, name="report_mail"),
    path("reports/costs", pages.costs, name="costs"),
    path("reports/feeds/<int:pk>/end", pages.end_feed, name="feed_end"),
    path("experiments", trials.experiments, name="experiments"),
    path("experiments/new", trials.new, name="experiment_new"),
    path("experiments/<int:pk>", trials.experiment, name="experiment"),
    path("experiments/<int:pk>/beginning", trials.begin, name="experiment_begin"),
    path("experiments/<int:pk>/end", trials.stop, name="experiment_stop"),
    path("win-backs", winning.win_backs, name="win_backs"),
    path("win-backs/<slug:reference>", winning.ask, name="win_back_ask"),
    path("cases/<slug:reference>/invitation", winning.invite, name="invitation"),
    path("hooks/activities", hook.activity_hook, name="hook_activities"),
]
