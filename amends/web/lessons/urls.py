"""Addresses of the pages of what we learn."""

from django.urls import URLPattern, path

from amends.web.lessons import mirror, pages, silence, solving, team

urlpatterns: list[URLPattern] = [
    path("lessons", pages.lessons, name="lessons"),
    path("lessons/alerts/<int:pk>", pages.alert, name="theme_alert"),
    path("lessons/alerts/<int:pk>/problem", pages.open_problem, name="theme_problem"),
    path("lessons/alerts/<int:pk>/setting-aside", pages.put_aside, name="theme_aside"),
    path("lessons/actions", pages.actions, name="actions"),
    path("lessons/actions/<int:pk>", pages.action, name="action"),
    path("lessons/actions/<int:pk>/<str:name>", pages.act, name="action_act"),
    path("mirror", mirror.mirror, name="mirror"),
    path("mirror/beginning", mirror.begin, name="mirror_begin"),
    path("mirror/answers", mirror.answers, name="mirror_answers"),
    path("mirror/ending", mirror.end, name="mirror_end"),
    path("mirror/paper", mirror.printed, name="mirror_paper"),
    path("mirror/<int:pk>/paper", mirror.printed, name="mirror_past_paper"),
    path("mirror/<int:pk>", mirror.past, name="mirror_past"),
    path("lessons/solved", solving.solved_cases, name="solved"),
    path("lessons/silent", silence.silent_customers, name="silent_customers"),
    path("lessons/silent.csv", silence.silent_table, name="silent_table"),
    path("how-we-work", team.how_we_work, name="how_we_work"),
    path("how-we-work.csv", team.work_table, name="work_table"),
    path("drills", team.drills, name="drills"),
    path("load", team.loads, name="loads"),
    path("review", team.review, name="review"),
]
