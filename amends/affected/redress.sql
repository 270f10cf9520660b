-- Those who were reached and are not put right: who wrote to us is answered first, by a person, and a promise or a concern of
-- their own is met on their own case.
SELECT id, case_id FROM (
  SELECT a.id, a.case_id, {state} AS state
  FROM amends_affected a JOIN amends_case c ON c.id = a.case_id
  WHERE a.problem_id = %(problem)s AND a.id > %(after)s AND c.origin = 'disclosure' AND c.stage = ANY(%(origins)s)
    AND c.waiting_since IS NULL AND c.safety_at IS NULL
    AND NOT EXISTS (SELECT FROM amends_promise p WHERE p.case_id = c.id AND p.kept_at IS NULL AND p.released_at IS NULL)
    AND NOT EXISTS (SELECT FROM amends_concern k WHERE k.case_id = c.id AND k.addressed_at IS NULL AND k.waived_at IS NULL)
    AND NOT EXISTS (SELECT FROM amends_act d WHERE d.case_id = c.id AND d.words = %(words)s)
) s WHERE state IN ('reached', 'answered') ORDER BY id LIMIT %(most)s
-- next
SELECT c.id FROM amends_case c
WHERE c.id = ANY(%(keys)s) AND c.stage = ANY(%(origins)s) AND c.waiting_since IS NULL AND c.safety_at IS NULL
ORDER BY c.id FOR UPDATE
-- next
SELECT count(pg_advisory_xact_lock(%(spending)s, (customer_id %% 2147483648)::int)) FROM (
  SELECT DISTINCT customer_id FROM amends_case WHERE id = ANY(%(keys)s) ORDER BY customer_id) c
-- next
-- The money of each, under the caps of a case and of a customer; two cases of one customer are counted one after the other.
WITH held AS (
  SELECT c.id, s.of_case, s.of_customer, row_number() OVER (PARTITION BY c.customer_id ORDER BY c.id) AS nth
  FROM amends_case c CROSS JOIN LATERAL (
    SELECT coalesce(sum(x.amount) FILTER (WHERE x.case_id = c.id), 0) AS of_case, coalesce(sum(x.amount), 0) AS of_customer
    FROM amends_case o JOIN amends_spend x ON x.case_id = o.id
    WHERE o.customer_id = c.customer_id AND x.currency = %(currency)s AND x.released_at IS NULL) s
  WHERE c.id = ANY(%(keys)s)
)
INSERT INTO amends_spend (case_id, amount, currency, role, policy, purse_id, taken_at, taken_by_id, redress_id,
  case_total, case_cap, customer_total, customer_cap)
SELECT id, %(cost)s, %(currency)s, %(role)s, %(policy)s, %(purse)s, %(at)s, %(by)s, %(redress)s,
  of_case + %(cost)s, %(case_cap)s, of_customer + nth * %(cost)s, %(customer_cap)s
FROM held WHERE of_case + %(cost)s <= %(case_cap)s AND of_customer + nth * %(cost)s <= %(customer_cap)s
ORDER BY id LIMIT %(room)s
RETURNING case_id
-- next
WITH keys AS (SELECT c.id, c.round FROM amends_case c WHERE c.id = ANY(%(keys)s)
), acts AS (
  INSERT INTO amends_act (case_id, round, words, done_at, done_by_id) SELECT id, round, %(words)s, %(at)s, %(by)s FROM keys
), told AS (
  UPDATE amends_deadline SET met_at = %(at)s, missed_at = coalesce(missed_at, CASE WHEN due_at < %(at)s THEN %(at)s::timestamptz END)
  WHERE case_id = ANY(%(keys)s) AND kind = 'next_update' AND met_at IS NULL AND void_at IS NULL
), entries AS (
  INSERT INTO amends_entry (chain, seq, at, deed, actor_kind, actor_id, actor_name, because, data, hash)
  SELECT id, 0, %(at)s, %(deed)s, %(actor_kind)s, %(actor_id)s, %(actor_name)s, '', %(data)s::jsonb, '' FROM keys
)
UPDATE amends_case SET stage = 'resolved' WHERE id = ANY(%(keys)s)
-- next
SELECT queue_id, severity, product, packs, received_at, array_agg(id) FROM amends_case WHERE id = ANY(%(keys)s)
GROUP BY queue_id, severity, product, packs, received_at
-- next
WITH due AS (
  INSERT INTO amends_deadline (case_id, kind, due_at, warn_at, told, policy, set_at)
  SELECT id, kind, %(due)s::timestamptz, %(warn)s::timestamptz, 0, %(policy)s, %(at)s::timestamptz
  FROM unnest(%(keys)s::bigint[]) AS k(id) CROSS JOIN unnest(ARRAY['follow_up_mail', 'follow_up_call']) AS f(kind)
)
INSERT INTO amends_followup (case_id, round, kind, planned_at, due_at, waived_because)
SELECT c.id, c.round, kind, %(at)s, %(due)s, ''
FROM amends_case c CROSS JOIN unnest(ARRAY['mail', 'call']) AS f(kind) WHERE c.id = ANY(%(keys)s)
