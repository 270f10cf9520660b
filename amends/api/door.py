"""The door of the API: whose token it is, what it is good for, and what a refusal looks like."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from django.core.exceptions import PermissionDenied
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from ninja import NinjaAPI, Redoc
from ninja.errors import AuthenticationError, ValidationError
from ninja.security import HttpBearer

from amends.cases.case import Case, HandoffNeeded, StageMoved
from amends.cases.ending import Refused
from amends.cases.references import tidy
from amends.people.may import NotAllowed
from amends.people.presence import NotHere
from amends.people.token import Scope, Token

if TYPE_CHECKING:
    from datetime import datetime

    from amends.people.person import Person

ABOUT = """The desk's own verbs, as JSON. Show a token as `Authorization: Bearer …`; make one with `amends token make`.

A refusal is a JSON object with one `detail`: a sentence for a person. 401: no standing token; 403: not with this token, or not
this person; 404: there is none, or it is not for this person to see; 409: something moved first; 422: it lacks something.
"""


class ProgramRequest(HttpRequest):
    """A request by a program in somebody's name, with the one reading of the clock that belongs to it."""

    person: Person
    at: datetime


class Bearer(HttpBearer):
    """Lets in whoever shows a standing token that has this scope."""

    def __init__(self, scope: Scope) -> None:
        super().__init__()
        self.scope = scope

    def authenticate(self, request: HttpRequest, token: str) -> Token | None:
        """The token; None becomes 401, and a token without the scope 403."""
        at = timezone.now()
        found = Token.objects.holding(token, at=at)
        if found is None:
            return None
        if self.scope not in found.scopes:
            raise PermissionDenied(f"This token has no scope “{self.scope}”.")
        ours = cast("ProgramRequest", request)
        ours.at, ours.person = at, found.person
        return found


texts, opens, reads, works = (Bearer(scope) for scope in (Scope.TEXTS, Scope.OPEN, Scope.READ, Scope.WORK))

api = NinjaAPI(
    title="amends", version="1", description=ABOUT, urls_namespace="api", docs=Redoc(), docs_url=None, openapi_url=None
)


def case_of(request: ProgramRequest, reference: str) -> Case:
    """The case, where the token's person may see it; 404 for any other."""
    visible = Case.objects.visible_to(request.person).select_related("customer", "owner")
    found = visible.filter(reference=tidy(reference)).first()
    if found is None:
        raise Http404("There is no such case.")
    return found


def _said(request: HttpRequest, status: int, sentence: str) -> HttpResponse:
    return api.create_response(request, {"detail": sentence}, status=status)


@api.exception_handler(NotAllowed)
@api.exception_handler(PermissionDenied)
def _not_allowed(request: HttpRequest, refusal: Exception) -> HttpResponse:
    return _said(request, 403, str(refusal))


@api.exception_handler(StageMoved)
@api.exception_handler(HandoffNeeded)
@api.exception_handler(NotHere)
def _moved(request: HttpRequest, refusal: Exception) -> HttpResponse:
    return _said(request, 409, str(refusal))


@api.exception_handler(Refused)
def _refused(request: HttpRequest, refusal: Exception) -> HttpResponse:
    return _said(request, 422, str(refusal))


@api.exception_handler(Http404)
def _nothing(request: HttpRequest, missing: Exception) -> HttpResponse:
    return _said(request, 404, str(missing) or "There is nothing here.")


@api.exception_handler(AuthenticationError)
def _stranger(request: HttpRequest, _refusal: Exception) -> HttpResponse:
    answer = _said(request, 401, "Show a token that still stands: Authorization: Bearer …")
    answer["WWW-Authenticate"] = "Bearer"
    return answer


@api.exception_handler(ValidationError)
def _misread(request: HttpRequest, fault: ValidationError) -> HttpResponse:
    """Which field, and what is wrong with it; what was sent is not sent back."""
    wrong = [{"field": ".".join(str(part) for part in one["loc"][1:]), "why": one["msg"]} for one in fault.errors]
    sentence = "; ".join(f"{one['field']}: {one['why']}" if one["field"] else one["why"] for one in wrong)
    return api.create_response(request, {"detail": sentence, "fields": wrong}, status=422)


@api.exception_handler(OperationalError)
@api.exception_handler(InterfaceError)
def _trouble(request: HttpRequest, _fault: Exception) -> HttpResponse:
    answer = _said(request, 503, "The database cannot keep this now; nothing was stored. Send it again in a while.")
    answer["Retry-After"] = "30"
    return answer
