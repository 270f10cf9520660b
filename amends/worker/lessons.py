"""The jobs of what we learn: themes each hour, twins with them, changes that were watched long enough, and how we work."""

from __future__ import annotations

from django.db import connection
from django.utils import timezone
from procrastinate.contrib.django import app

from amends.causes.watching import judge_due
from amends.journal.actors import DESK
from amends.lessons.twin import Twin
from amends.teamwork.figures import WorkFigures


@app.periodic(cron="11 * * * *")
@app.task(name="amends.look_for_themes", queue="clock")
def look_for_themes(timestamp: int) -> None:
    """Whatever comes more often than usual is told, and complaints in the same words stand together."""
    del timestamp
    connection.close_if_unusable_or_obsolete()
    from amends.lessons.looking import look  # noqa: PLC0415 -- SciPy, for one job an hour

    look(by=DESK, at=timezone.now())
    Twin.objects.find(by=DESK, at=timezone.now())


@app.periodic(cron="31 4 * * *")
@app.task(name="amends.judge_changes", queue="clock")
def judge_changes(timestamp: int) -> None:
    """Changes whose window is over are proven, or back with whoever made them."""
    del timestamp
    connection.close_if_unusable_or_obsolete()
    judge_due(by=DESK, at=timezone.now())


@app.periodic(cron="23 * * * *")
@app.task(name="amends.count_work", queue="clock")
def count_work(timestamp: int) -> None:
    """How quickly and how well we work is counted anew, so that the page of it only has to be read."""
    del timestamp
    connection.close_if_unusable_or_obsolete()
    WorkFigures.objects.renew(at=timezone.now())
