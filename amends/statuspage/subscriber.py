"""Whoever asked for updates by mail, and confirmed it; and the mails that go to them."""

from __future__ import annotations

import secrets
from datetime import timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import connection, models, transaction
from django.db.models import Q
from procrastinate.contrib.django import app

from amends.affected.columns import email_of
from amends.cases.ending import Refused
from amends.journal.actors import DESK
from amends.journal.entry import record
from amends.problems.problem import Problem

if TYPE_CHECKING:
    from datetime import datetime

#: One address is asked to confirm no more often than this, whoever types it in.
_PATIENCE = timedelta(hours=1)
_TELL = """INSERT INTO amends_statusmail (subscriber_id, post_id, made_at) SELECT id, %(post)s, %(at)s FROM amends_subscriber
WHERE problem_id = %(problem)s AND confirmed_at IS NOT NULL AND ended_at IS NULL ON CONFLICT DO NOTHING"""


class SubscriberManager(models.Manager["Subscriber"]):
    """How somebody comes to hear of updates."""

    @transaction.atomic
    def ask(self, problem: Problem, email: str, *, at: datetime) -> None:
        """A mail asks that address whether it wants updates; nothing else goes there before it says yes.

        Whether the address is known to us, or asked before, nobody can tell from outside. Raises Refused for no address.
        """
        address = email_of(email)
        if not address:
            message = "This does not look like an e-mail address."
            raise Refused(message)
        row, new = self.get_or_create(problem=problem, email=address, defaults={"asked_at": at, "key": _key()})
        if not new and (row.wants_mail or at - row.asked_at < _PATIENCE):
            return
        if not new:
            self.filter(pk=row.pk).update(asked_at=at, ended_at=None, confirmed_at=None, key=_key())
            row.mails.filter(post=None).delete()
        StatusMail.objects.create(subscriber=row, post=None, made_at=at)
        record("status.asked", by=DESK, at=at, case_id=problem.chain)
        mail_soon()

    def by_key(self, key: str) -> Subscriber | None:
        """Whose key it is, whether they confirmed or not."""
        return self.filter(key=key).select_related("problem").first() if key else None


class Subscriber(models.Model):
    """One address that asked for updates on one problem; it gets them from its own confirmation on, until it says stop."""

    problem = models.ForeignKey(Problem, on_delete=models.PROTECT, related_name="subscribers")
    email = models.CharField(max_length=320)
    key = models.CharField(max_length=43, unique=True, help_text="in the links that confirm and that end it")
    asked_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    objects = SubscriberManager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["problem", "email"], name="subscriber_once")]

    def __str__(self) -> str:
        return self.email

    @property
    def wants_mail(self) -> bool:
        """Whether they confirmed and did not say stop."""
        return self.confirmed_at is not None and self.ended_at is None

    @property
    def url(self) -> str:
        """Where they confirm it, or end it."""
        return f"{settings.BASE_URL}/status/mail/{self.key}"

    @transaction.atomic
    def confirm(self, *, at: datetime) -> None:
        """They said yes; the next post goes to them."""
        Subscriber.objects.filter(pk=self.pk, confirmed_at=None).update(confirmed_at=at, ended_at=None)
        record("status.subscribed", by=DESK, at=at, case_id=self.problem.chain)

    @transaction.atomic
    def end(self, *, at: datetime) -> None:
        """They said stop; nothing more goes to them."""
        Subscriber.objects.filter(pk=self.pk, ended_at=None).update(ended_at=at)
        StatusMail.objects.filter(subscriber=self, mailed_at=None).delete()
        record("status.unsubscribed", by=DESK, at=at, case_id=self.problem.chain)


class StatusMailManager(models.Manager["StatusMail"]):
    """How mails to subscribers are made and taken."""

    def tell(self, problem: Problem, post: int, *, at: datetime) -> int:
        """Everybody who confirmed gets this post. Part of publishing; one statement."""
        with connection.cursor() as cursor:
            cursor.execute(_TELL, {"problem": problem.pk, "post": post, "at": at})
            count = int(cursor.rowcount)
        if count:
            mail_soon()
        return count

    @transaction.atomic
    def claim(self, *, at: datetime, most: int = 100) -> list[StatusMail]:
        """Mails to send now, marked before they are sent: none goes twice."""
        due = self.filter(mailed_at=None).select_for_update(skip_locked=True, of=("self",))
        rows = list(due.select_related("subscriber__problem", "post").order_by("pk")[:most])
        self.filter(pk__in=[row.pk for row in rows]).update(mailed_at=at)
        return rows

    def give_back(self, rows: list[StatusMail]) -> None:
        """The server would not take them: they are tried again."""
        self.filter(pk__in=[row.pk for row in rows]).update(mailed_at=None)


class StatusMail(models.Model):
    """One mail to one subscriber: a post, or (no post) the question whether they want any."""

    subscriber = models.ForeignKey(Subscriber, on_delete=models.CASCADE, related_name="mails")
    post = models.ForeignKey("amends.StatusPost", on_delete=models.PROTECT, null=True, related_name="mails")
    made_at = models.DateTimeField()
    mailed_at = models.DateTimeField(null=True)

    objects = StatusMailManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["subscriber", "post"], name="statusmail_once_a_post"),
            models.UniqueConstraint(fields=["subscriber"], condition=Q(post=None), name="statusmail_one_question"),
        ]
        indexes = [models.Index(fields=["id"], condition=Q(mailed_at=None), name="statusmail_to_send")]

    def __str__(self) -> str:
        return f"to {self.subscriber}"


def mail_soon() -> None:
    """A job mails it; it commits with the deed."""
    app.configure_task("amends.mail_out", queue="mail").defer()


def _key() -> str:
    return secrets.token_urlsafe(24)
