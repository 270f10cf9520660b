"""Which case a mail belongs to: by Message-ID and References, whatever order the mails arrive in; never by subject alone.

Every mail leaves its keys: its own Message-ID, and each id it refers to. A reply that arrives before the mail it answers
leaves that mail's id as a *pending* key; when the mail itself arrives it finds the reply's case there. A pending key holds
only for the same sender, since anybody may refer to an id that many people saw (a newsletter, say).
"""

from __future__ import annotations

from django.db import models

from amends.arrivals.arrival import Arrival
from amends.cases.case import Case


class ThreadKey(models.Model):
    """One id that leads to a case. `own` keys are ids of messages we hold; the others were only referred to."""

    key = models.TextField()
    own = models.BooleanField()
    sender = models.TextField(blank=True, default="")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, null=True, related_name="+")
    arrival = models.ForeignKey(Arrival, on_delete=models.CASCADE, null=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["key"], name="thread_key")]

    def __str__(self) -> str:
        return self.key
