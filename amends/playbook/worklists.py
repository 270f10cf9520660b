"""What needs a human now, in lanes, each in the order in which it should be taken.

Every walk follows an index in the lane's own order and stops, so that a lane costs the same among a hundred thousand open
cases as among a hundred. "Mine" is two such walks, what is mine and what is nobody's, merged by their order. All lanes of
cases are one statement and all lanes of deadlines another: what is due is walked once a kind, which costs little however
many kinds there are. The statements are written out: composed by a mapper they would cost more than they take to run.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from django.db import connection

from amends.deadlines.deadline import Kind
from amends.people.person import Role

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from amends.people.person import Person

#: A lane is counted no further than this.
MOST_COUNTED = 100
_BEFORE_ALL = (datetime(1, 1, 2, tzinfo=UTC), 0)


class Line(NamedTuple):
    """One row of a lane. `key` and `id` are its place in the lane's order; `due_at` is None when nothing is due.

    `held` is how many rows the lane has from its first row on, up to `MOST_COUNTED`. `owner` is who must do it, `words` what
    was promised, asked or offered, `of` who was asked, and `next_try_at` when somebody calls again whom nobody reached.
    `promised` is whether a call was promised and not only asked for. `untriaged`: nobody looked yet at what their words read as,
    so that who wrote is not shown.
    """

    lane: str
    key: datetime
    id: int
    held: int
    reference: str
    subject: str
    received_at: datetime
    human_spoke_at: datetime | None
    waiting_since: datetime | None
    stage: str
    severity: int
    customer: str
    owner: str | None
    due_at: datetime | None
    kind: str | None
    untriaged: bool = False
    words: str | None = None
    of: str | None = None
    next_try_at: datetime | None = None
    promised: bool = False


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose work is meant: `person`'s own and what nobody owns, or (`everybody`) all that they may see. `until` ends today."""

    person: Person
    everybody: bool
    until: datetime

    @property
    def agent(self) -> bool:
        """Whether restricted cases of others are out of their sight, as `visible_to` has it."""
        return self.person.role == Role.AGENT


@dataclass(frozen=True, slots=True)
class Lane:
    """One lane: its name in the address, its title, what it means, and which rows are in it.

    A lane of deadlines has the outstanding ones of its `kinds` that are due by the end of today, or so many days `ahead`;
    those of `others` are shown only with everybody's work. One of cases has those that `holds` is true of, ordered by their
    column `key`.
    """

    name: str
    title: str
    why: str
    kinds: tuple[Kind, ...] = ()
    others: tuple[Kind, ...] = ()
    ahead: int = 0
    key: str = ""
    holds: str = ""


LANES = (
    Lane(
        "unanswered",
        "Nobody has answered",
        "They told us, and no human of ours has written or called yet.",
        key="received_at",
        holds="c.stage = 'new' AND NOT c.origin = 'disclosure'",
    ),
    Lane(
        "promises",
        "Promises about to break",
        "Our word, overdue or due by the end of today. Keep it, or tell them before it breaks.",
        (Kind.PROMISE,),
    ),
    Lane(
        "law",
        "Limits of the law",
        "What a regulator limits, overdue or due within three days.",
        (Kind.ACKNOWLEDGEMENT, Kind.HOLDING, Kind.FINAL, Kind.STAGE_1, Kind.STAGE_2, Kind.SUMMARY, Kind.REPORT),
        ahead=3,
    ),
    Lane(
        "silence",
        "Silence about to fall",
        "They were to hear from a human by the end of today.",
        (Kind.NEXT_UPDATE,),
    ),
    Lane("calls", "Calls to make", "They wait for the phone to ring; promised calls are here too.", (Kind.CALL_BACK,)),
    Lane(
        "house",
        "Inside the house",
        "Asked, to be checked, opened or told, so that no customer waits for a desk next to yours.",
        (Kind.STAND_IN, Kind.ASK, Kind.CHECK, Kind.APPROVAL, Kind.TASK, Kind.CORRECTIVE, Kind.INBOUND),
        others=(Kind.HANDOFF,),  # whom it is offered to is asked for a yes or no
    ),
    Lane(
        "waiting",
        "Customer confirmed or replied",
        "They spoke last, and wait for us; also after their case was closed.",
        key="waiting_since",
        holds="c.waiting_since IS NOT NULL AND NOT c.stage = 'new'",
    ),
    Lane(
        "followups",
        "Follow-ups today",
        "Put right some days ago: ask whether it is right.",
        (Kind.FOLLOW_UP_MAIL, Kind.FOLLOW_UP_CALL, Kind.PATIENCE),
    ),
)
_LATER = Lane("later", "", "", tuple(Kind), ahead=36_500)

# Each walk says exactly what the partial index it runs along says.
_CASES = """(SELECT '{lane}' AS lane, c.{key} AS key, c.id AS place FROM amends_case c
  WHERE {holds} AND {whose} AND (c.{key}, c.id) > (%(key)s, %(place)s) ORDER BY c.{key}, c.id LIMIT %(counted)s)"""
# A call that was promised is one thing to do, and stands among the calls. (OFFSET keeps PostgreSQL from reading all calls.)
_DEADLINES = """SELECT w.lane, d.key, d.place FROM walk w CROSS JOIN LATERAL (
  SELECT d.due_at AS key, d.id AS place FROM amends_deadline d {seen}
  WHERE d.kind = w.kind AND d.met_at IS NULL AND d.void_at IS NULL AND {whose}
    AND d.due_at < %(until)s + w.ahead * interval '1 day' AND (d.due_at, d.id) > (%(key)s, %(place)s)
    AND NOT (w.kind = 'promise' AND w.lane = 'promises' AND EXISTS (
      SELECT FROM amends_promise p JOIN amends_callback b ON b.promise_id = p.id WHERE p.deadline_id = d.id OFFSET 0))
  ORDER BY d.due_at, d.id LIMIT %(counted)s) d"""
# Somebody tried to call and reached nobody: the next try may come before the call is due.
_TRIES = """(SELECT 'calls' AS lane, b.next_try_at AS key, d.id AS place
  FROM amends_callback b JOIN amends_deadline d ON d.id = b.deadline_id {seen}
  WHERE b.done_at IS NULL AND b.void_at IS NULL AND b.next_try_at < %(until)s AND d.due_at >= %(until)s AND {whose}
    AND (b.next_try_at, d.id) > (%(key)s, %(place)s) ORDER BY b.next_try_at, d.id LIMIT %(counted)s)"""
_ALL = """WITH {walk} walked AS MATERIALIZED ({walks}),
  numbered AS (SELECT lane, key, place, count(*) OVER (PARTITION BY lane) AS held,
    row_number() OVER (PARTITION BY lane ORDER BY key, place) AS number FROM walked),
  shown AS (SELECT * FROM numbered WHERE number <= %(most)s ORDER BY key, place LIMIT {lanes} * %(most)s)
SELECT s.lane, s.key, s.place, least(s.held, %(counted)s), c.reference, c.subject, c.received_at, c.human_spoke_at,
  c.waiting_since, c.stage, c.severity, u.name, o.name, d.due_at, d.kind, {untriaged}{more}
FROM shown s {joins} JOIN amends_customer u ON u.id = c.customer_id LEFT JOIN amends_person o ON o.id = {owner}
ORDER BY s.key, s.place"""
# Who wrote is not shown while nobody looked at what their words read as; looked up for new cases alone.
_UNTRIAGED = """CASE WHEN c.stage = 'new' THEN EXISTS (SELECT FROM amends_reading r JOIN amends_message m ON m.id = r.message_id
    WHERE m.case_id = c.id) AND NOT EXISTS (SELECT FROM amends_reading r JOIN amends_message m ON m.id = r.message_id
    WHERE m.case_id = c.id AND (r.checked_at IS NOT NULL OR r.shown_at IS NOT NULL)) ELSE FALSE END"""
_OF_A_CASE = """JOIN amends_case c ON c.id = s.place LEFT JOIN amends_deadline d
  ON d.case_id = c.id AND d.kind = 'first_answer' AND d.met_at IS NULL AND d.void_at IS NULL"""
_OF_A_DEADLINE = "JOIN amends_deadline d ON d.id = s.place JOIN amends_case c ON c.id = d.case_id"
# Looked up where there is something to look up, rather than joined: that is planned and run in a tenth of the time.
#: What the deadline `d` is about, in words; empty where its kind says all.
ABOUT = """CASE d.kind WHEN 'promise' THEN (SELECT words FROM amends_promise WHERE deadline_id = d.id)
    WHEN 'call_back' THEN (SELECT about FROM amends_callback WHERE deadline_id = d.id)
    WHEN 'ask' THEN (SELECT what FROM amends_ask WHERE deadline_id = d.id)
    WHEN 'check' THEN (SELECT what FROM amends_ask WHERE check_due_id = d.id)
    WHEN 'handoff' THEN (SELECT gain FROM amends_handoff WHERE deadline_id = d.id)
    WHEN 'approval' THEN coalesce((SELECT r.name || ', ' || a.cost || ' ' || a.currency FROM amends_approval a
      JOIN amends_remedy r ON r.id = a.remedy_id WHERE a.deadline_id = d.id),
      (SELECT 'read whether to decline: ' || because FROM amends_decline WHERE deadline_id = d.id))
    WHEN 'report' THEN (SELECT a.words FROM amends_report t JOIN amends_alarm a ON a.id = t.alarm_id WHERE t.deadline_id = d.id)
    WHEN 'task' THEN coalesce((SELECT words FROM amends_recognition WHERE deadline_id = d.id),
      (SELECT 'too much asked of them: ' || words FROM amends_effort WHERE deadline_id = d.id),
      (SELECT 'find out whether this was carried out: ' || o.name FROM amends_execution e JOIN amends_choice c ON c.id = e.choice_id
       JOIN amends_option o ON o.id = c.option_id WHERE e.task_id = d.id),
      (SELECT 'work out how late it will be: ' || p.words FROM amends_change x JOIN amends_promise p ON p.id = x.promise_id
       WHERE x.estimate_due_id = d.id),
      (SELECT 'tell them of the change before the old date: ' || p.words FROM amends_change x
       JOIN amends_promise p ON p.id = x.promise_id WHERE x.tell_by_id = d.id),
      (SELECT 'what they want instead of: ' || name FROM amends_content WHERE answer_due_id = d.id),
      (SELECT f.words FROM amends_taken t JOIN amends_fact f ON f.id = t.fact_id WHERE t.deadline_id = d.id)) END"""
_WORDS = f""", {ABOUT},
  CASE d.kind WHEN 'ask' THEN (SELECT name FROM amends_ask WHERE deadline_id = d.id)
    WHEN 'check' THEN (SELECT name FROM amends_ask WHERE check_due_id = d.id) END,
  CASE d.kind WHEN 'call_back' THEN (SELECT next_try_at FROM amends_callback WHERE deadline_id = d.id) END,
  d.kind = 'call_back' AND EXISTS (SELECT FROM amends_callback WHERE deadline_id = d.id AND promise_id IS NOT NULL)"""  # noqa: S608 - the text is ours
_SEES = "(NOT c.restricted OR c.owner_id = %(person)s)"


@cache
def _cases(lanes: tuple[Lane, ...], *, everybody: bool, agent: bool) -> str:
    """All lanes of cases. An agent sees restricted cases only where they own them."""
    own = "c.owner_id = %(person)s"
    whose = [_SEES if agent else "TRUE"] if everybody else [own, f"c.owner_id IS NULL AND {_open(agent=agent)}"]
    walks = [
        _CASES.format(lane=lane.name, key=lane.key, holds=lane.holds, whose=one) for lane in lanes for one in whose
    ]
    return _ALL.format(
        walk="",
        walks=" UNION ALL ".join(walks),
        lanes=len(lanes),
        joins=_OF_A_CASE,
        owner="c.owner_id",
        more="",
        untriaged=_UNTRIAGED,
    )


@cache
def _deadlines(lanes: tuple[Lane, ...], *, everybody: bool, agent: bool) -> str:
    """All lanes of deadlines: each kind of each lane is one walk."""
    seen = f"JOIN amends_case c ON c.id = d.case_id AND {_SEES}" if agent else ""
    own, nobodys = "d.owner_id = %(person)s", "d.owner_id IS NULL"
    walks = [_DEADLINES.format(seen=seen, whose=one) for one in (["TRUE"] if everybody else [own, nobodys])]
    if any(Kind.CALL_BACK in lane.kinds and not lane.ahead for lane in lanes):
        walks.append(_TRIES.format(seen=seen, whose="TRUE" if everybody else f"({own} OR {nobodys})"))
    kinds = ", ".join(
        f"('{lane.name}', '{kind.value}', {lane.ahead})"
        for lane in lanes
        for kind in lane.kinds + (lane.others if everybody else ())
    )
    return _ALL.format(
        walk=f"walk (lane, kind, ahead) AS (VALUES {kinds}),", walks=" UNION ALL ".join(walks), lanes=len(lanes),
        joins=_OF_A_DEADLINE, owner="d.owner_id", more=_WORDS, untriaged=_UNTRIAGED,
    )  # fmt: skip


def _open(*, agent: bool) -> str:
    return "NOT c.restricted" if agent else "TRUE"


def shelved(scope: Scope, *, most: int) -> Mapping[str, Sequence[Line]]:
    """The first `most` rows of every lane, by the lane's name. Two statements, whatever they find."""
    found: dict[str, list[Line]] = defaultdict(list)
    for kind_of_lane in (True, False):
        lanes = tuple(lane for lane in LANES if bool(lane.key) is kind_of_lane)
        for line in _run(lanes, scope, most=most, counted=max(most, MOST_COUNTED)):
            found[line.lane].append(line)
    return found


def lines(lane: Lane, scope: Scope, *, most: int, after: tuple[datetime, int] | None = None) -> list[Line]:
    """The first `most` rows of the lane, or those that come after this place in its order. One statement."""
    return _run((lane,), scope, most=most, counted=max(most, MOST_COUNTED), after=after)


def next_due(scope: Scope) -> Line | None:
    """What falls due first after today: the honest answer to "and then?"."""
    return next(iter(_run((_LATER,), scope, most=1, counted=1, after=(scope.until, 0))), None)


def _run(
    lanes: tuple[Lane, ...], scope: Scope, *, most: int, counted: int, after: tuple[datetime, int] | None = None
) -> list[Line]:
    statement = _cases if lanes[0].key else _deadlines
    key, place = after or _BEFORE_ALL
    values: dict[str, int | datetime] = {
        "person": scope.person.pk, "until": scope.until, "key": key, "place": place, "most": most, "counted": counted,
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(statement(lanes, everybody=scope.everybody, agent=scope.agent), values)
        return [Line(*row) for row in cursor.fetchall()]
