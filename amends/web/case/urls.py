"""Addresses of the case pages: a case, its acts as nouns below it, a new case, and what came with the mail."""

from django.urls import URLPattern, path

from amends.web.case.acts import acting, keep_draft, put_in
from amends.web.case.advising import coach
from amends.web.case.files import attachment, original, raw
from amends.web.case.forms.form import CaseForm
from amends.web.case.forms.talking import DraftForm
from amends.web.case.guessing import date_promise, guess_promise
from amends.web.case.opening import known_customers, new_case
from amends.web.case.page import FORMS, case


def _act(form: type[CaseForm]) -> URLPattern:
    kind = "str" if form.noun.startswith(("follow-ups", "responses")) else "int"
    noun = form.noun.replace("{row}", f"<{kind}:row>")
    view = keep_draft if form is DraftForm else acting(form)
    return path(f"cases/<slug:reference>/{noun}", view, name=f"case_{form.name}")


urlpatterns: list[URLPattern] = [
    path("cases/new", new_case, name="new_case"),
    path("cases/new/customers", known_customers, name="known_customers"),
    path("cases/<slug:reference>", case, name="case"),
    *(_act(form) for form in FORMS.values()),
    path("cases/<slug:reference>/insertion", put_in, name="case_insertion"),
    path("cases/<slug:reference>/advice", coach, name="case_coach"),
    path("cases/<slug:reference>/promise-guess", guess_promise, name="case_promise_guess"),
    path("cases/<slug:reference>/promise-date", date_promise, name="case_promise_date"),
    path("attachments/<int:pk>", attachment, name="attachment"),
    path("messages/<int:pk>/original", original, name="original"),
    path("messages/<int:pk>/raw", raw, name="raw"),
]
