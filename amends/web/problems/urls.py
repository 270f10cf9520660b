"""Addresses of the pages of problems."""

from django.urls import URLPattern, path

from amends.web.problems import calling, lists, pages, public, safety, signs

urlpatterns: list[URLPattern] = [
    path("problems", pages.problems, name="problems"),
    path("problems/new", pages.new, name="problem_new"),
    path("problems/<int:pk>", pages.problem, name="problem"),
    path("problems/<int:pk>/people", pages.people, name="problem_people"),
    path("problems/<int:pk>/aftermath", pages.afterwards, name="problem_aftermath"),
    path("problems/<int:pk>/lists", lists.hand_in, name="problem_list"),
    path("problems/<int:pk>/lists/<int:row>", lists.tried, name="problem_upload"),
    path("problems/<int:pk>/calling", calling.calling, name="problem_calling"),
    path("problems/<int:pk>/notices/<int:row>", pages.notice, name="problem_notice"),
    path("problems/<int:pk>/acts/<str:name>", pages.act, name="problem_act"),
    path("problems/<int:pk>/acts/<str:name>/<str:row>", pages.act, name="problem_act_on"),
    path("safety", safety.safety, name="safety"),
    path("safety/duty", safety.duty, name="duty"),
    path("safety/answer/<str:token>", safety.answer, name="alarm_answer"),
    path("safety/<int:pk>", safety.alarm, name="alarm"),
    path("safety/<int:pk>/<str:name>", safety.act, name="alarm_act"),
    path("signals/new", signs.new, name="signal_new"),
    path("status/", public.status_file, name="status"),
    path("status/subscriptions", public.subscribe, name="status_subscribe"),
    path("status/mail/<str:key>", public.mailing, name="status_mail"),
    path("status/<str:name>", public.status_file, name="status_file"),
    path("hooks/problems", public.problem_hook, name="hook_problem"),
    path("hooks/signals", public.signal_hook, name="hook_signal"),
]
