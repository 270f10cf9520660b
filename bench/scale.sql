-- A desk of a certain age, in set-based statements. Before it runs, these temporary tables stand: scale (cases, customers,
-- people, at), scale_text (id, words), and scale_agent (nr, id, name). Foreign keys and the journal's triggers rest meanwhile;
-- every check constraint holds, and the journal's chains are computed with the desk's own function.

INSERT INTO amends_customer (id, name, language, time_zone, preferred_channel, key_customer, known_since)
SELECT i, 'Customer ' || i, '', '', '', i % 50 = 0, at - interval '1 year'
FROM scale, generate_series(1, customers) i;

INSERT INTO amends_address (id, kind, value, normal, added_at, failure, customer_id)
SELECT i, 'email', 'customer' || i || '@example.org', 'customer' || i || '@example.org', at - interval '1 year', '', i
FROM scale, generate_series(1, customers) i;

-- One row a case, with all that the others follow from. Three in ten nobody owns; the owned stand in every stage.
CREATE TEMP TABLE scale_case AS
SELECT i AS id, 1 + (i * 31) % customers AS customer_id,
  'customer' || 1 + (i * 31) % customers || '@example.org' AS email,
  at - interval '9 hours' - (i * 7919 % 86400) * interval '1 minute' AS told,
  at - interval '20 days' + (i * 104729 % 86400) * interval '1 minute' AS due,
  CASE WHEN i % 10 < 3 THEN NULL ELSE a.id END AS owner_id, a.name AS owner,
  (ARRAY['new', 'new', 'new', 'listening', 'listening', 'understood', 'agreed', 'acting', 'acting', 'resolved'])[1 + i % 10] AS stage,
  i / 10 % 2 = 0 AND i % 10 <> 9 AS theirs_last
FROM scale, generate_series(1, cases::bigint) i JOIN scale_agent a ON a.nr = i / 20 % (SELECT people FROM scale);

INSERT INTO amends_case (id, reference, customer_id, origin, channel, subject, received_at, opened_at, stage, severity, owner_id,
  queue_id, restricted, round, customer_spoke_at, human_spoke_at, waiting_since, ending, source, source_id, packs, product, cadence)
SELECT c.id, overlay(letters PLACING '-' FROM 5 FOR 0), customer_id, 'complaint', 'email', 'About order ' || c.id, told, told, stage, 1 + c.id % 4,
  owner_id, q.id, false, 1, told + (CASE WHEN theirs_last OR owner_id IS NULL THEN 4 ELSE 2 END) * interval '1 hour',
  CASE WHEN owner_id IS NOT NULL THEN told + (CASE WHEN theirs_last THEN 3 ELSE 4 END) * interval '1 hour' END,
  CASE WHEN owner_id IS NULL THEN told WHEN theirs_last THEN told + interval '4 hours' END, '', '', '', '{house@1}', '', ''
FROM amends_queue q, scale_case c CROSS JOIN LATERAL ( -- eight letters, each case its own: the factor shares none with 22
  SELECT string_agg(substr('34679CDFGHJKMNPQRTVWXY', 1 + (c.id * 25214903917 % (22::bigint ^ 8)::bigint / (22 ^ k)::bigint % 22)::int, 1), '') AS letters
  FROM generate_series(0, 7) k) named
WHERE q.is_default;

ANALYZE scale_case;

-- Five messages a case. Owned: theirs and ours in turn, the last theirs or ours. Not owned: theirs, our receipt, theirs.
CREATE TEMP TABLE scale_message AS
SELECT (c.id - 1) * 5 + j AS id, j, c.id AS case_id, c.customer_id, c.email, c.owner_id, c.owner, c.told + (j - 1) * interval '1 hour' AS at,
  CASE WHEN c.owner_id IS NULL THEN j = 2 ELSE j IN (2, 4) OR j = 5 AND NOT c.theirs_last END AS ours,
  'scale.' || c.id || '.' || j || '@mail.example.com' AS key,
  CASE WHEN j = 1 AND c.id <= 3 THEN 'Our zebrafish paperweight exploded. '
       WHEN j = 3 AND c.id = (SELECT cases FROM scale) / 2 THEN 'Then the quokka trampoline burst. ' ELSE '' END || t.words AS words
FROM scale_case c CROSS JOIN generate_series(1, 5) j
JOIN scale_text t ON t.id = (c.id * 5 + j) * 7 % (SELECT count(*) FROM scale_text);

ANALYZE scale_message;

INSERT INTO amends_arrival (id, raw, size, arrived_at, way, name, envelope_from, envelope_to, content_hash, message_id, sender,
  outcome, because, recipients, read_at, case_id)
SELECT id, raw, length(raw), at, 'smtp', '', email, ARRAY['care@desk.example.com'], sha256(raw), '<' || key || '>', email,
  CASE WHEN j = 1 THEN 'opened' ELSE 'continued' END, '', '{}', at, case_id
FROM (SELECT m.*, convert_to(concat_ws(E'\r\n', 'From: ' || email, 'To: care@desk.example.com', 'Subject: About order ' || case_id,
  'Message-ID: <' || key || '>', '', words), 'UTF8') AS raw FROM scale_message m WHERE NOT ours) letters;

INSERT INTO amends_message (id, case_id, direction, channel, purpose, automatic, author_id, address, subject, text, sent_text, says,
  said_at, recorded_at, message_id, in_reply_to, failed, arrival_id)
SELECT id, case_id, CASE WHEN ours THEN 'out' ELSE 'in' END, 'email',
  CASE WHEN NOT ours THEN '' WHEN owner_id IS NULL THEN 'receipt' ELSE 'reply' END, ours AND owner_id IS NULL,
  CASE WHEN ours THEN owner_id END, email, CASE WHEN j = 1 THEN '' ELSE 'Re: ' END || 'About order ' || case_id, words,
  CASE WHEN ours THEN words ELSE '' END, '{}', at, at, '<' || key || '>', '', false, CASE WHEN NOT ours THEN id END
FROM scale_message;

INSERT INTO amends_delivery (id, message_id, address, state, tries, sent_at, because, maybe_twice)
SELECT id, id, email, 'sent', 1, at, '', false FROM scale_message WHERE ours;

INSERT INTO amends_threadkey (key, own, sender, case_id)
SELECT '<' || key || '>', true, CASE WHEN ours THEN '' ELSE email END, case_id FROM scale_message
UNION ALL
SELECT '<scale.' || case_id || '.' || j - 1 || '@mail.example.com>', false, email, case_id
FROM scale_message WHERE NOT ours AND j > 1;

INSERT INTO amends_portallink (case_id, key, made_at, expires_at)
SELECT id, md5('link' || id), told, told + interval '90 days' FROM scale_case;

INSERT INTO amends_concern (case_id, words, kind, noted_at, noted_by_id, waived_because, answer, answered_via, answer_words)
SELECT id, 'Nobody keeps their word', 'stated', told, owner_id, '', '', '', '' FROM scale_case WHERE owner_id IS NOT NULL
UNION ALL
SELECT id, 'The guests on Saturday', 'implied', told, owner_id, '', '', '', '' FROM scale_case WHERE owner_id IS NOT NULL;

INSERT INTO amends_fact (case_id, about, words, status, noted_at, noted_by_id)
SELECT id, about, 'order ' || id, 'told', told, owner_id
FROM scale_case, (VALUES ('order'), ('what')) f(about) WHERE owner_id IS NOT NULL;

INSERT INTO amends_round (case_id, number, readback, readback_at, readback_by_id, confirmed_at, confirmed_via, disputed_words, mail_alone,
  wish_asked_at, wish_asked_via, wish, wish_told_at, wish_told_via, agreement, agreed_at, agreed_via, agreed_by_id)
SELECT id, 1, 'You ordered a table and it came broken.', told + interval '1 hour', owner_id, told + interval '2 hours', 'email', '', '',
  w, CASE WHEN w IS NULL THEN '' ELSE 'email' END, CASE WHEN w IS NULL THEN '' ELSE 'A whole table' END, w,
  CASE WHEN w IS NULL THEN '' ELSE 'email' END, CASE WHEN w IS NULL THEN '' ELSE 'A new table on Friday' END, w,
  CASE WHEN w IS NULL THEN '' ELSE 'email' END, CASE WHEN w IS NOT NULL THEN owner_id END
FROM (SELECT *, CASE WHEN stage <> 'understood' THEN told + interval '3 hours' END AS w FROM scale_case
      WHERE stage NOT IN ('new', 'listening')) c;

-- What is due, over sixty days: a third of it has passed, is recorded as missed, and everybody was told.
INSERT INTO amends_deadline (case_id, owner_id, kind, due_at, set_at, missed_at, wake_at, told, policy)
SELECT id, owner_id, kind, due, told, CASE WHEN due <= at THEN due END, CASE WHEN due > at THEN due END,
  CASE WHEN due <= at THEN 5 ELSE 0 END, ''
FROM scale, scale_case JOIN (VALUES ('new', 'first_answer'), ('listening', 'next_update'), ('understood', 'next_update'),
  ('agreed', 'next_update'), ('acting', 'next_update'), ('acting', 'promise'), ('resolved', 'follow_up_mail'),
  ('resolved', 'follow_up_call')) d(stage, kind) USING (stage);

INSERT INTO amends_promise (case_id, customer_id, words, kind, first_due_at, deadline_id, made_at, made_by_id, evidence,
  moved_because, released_because, fell_short_words)
SELECT c.id, c.customer_id, 'We bring the new table', 'delivery', d.due_at, d.id, c.told, c.owner_id, '', '', '', ''
FROM scale_case c JOIN amends_deadline d ON d.case_id = c.id AND d.kind = 'promise';

INSERT INTO amends_followup (case_id, round, kind, planned_at, due_at, waived_because)
SELECT id, 1, kind, told, due, '' FROM scale_case, (VALUES ('mail'), ('call')) k(kind) WHERE stage = 'resolved';

-- The journal: what was said, who took the case and answered first, what was missed.
CREATE TEMP TABLE scale_entry AS
SELECT row_number() OVER (ORDER BY case_id, at, rank) AS id, case_id AS chain,
  row_number() OVER (PARTITION BY case_id ORDER BY at, rank)::int AS seq, at, at AS recorded_at, deed, kind, actor, name, data
FROM (
  SELECT case_id, at, 1 AS rank, CASE WHEN j = 1 THEN 'case.opened' ELSE 'message.received' END AS deed, 'customer' AS kind,
    customer_id AS actor, 'Customer' AS name,
    '{"channel": "e-mail", "origin": "they told us", "severity": 3}'::jsonb AS data FROM scale_message WHERE NOT ours
  UNION ALL
  SELECT case_id, at, 1, CASE WHEN owner_id IS NULL THEN 'message.acknowledged' ELSE 'message.written' END,
    CASE WHEN owner_id IS NULL THEN 'desk' ELSE 'person' END, owner_id, CASE WHEN owner_id IS NULL THEN 'The desk' ELSE owner END,
    jsonb_build_object('channel', 'e-mail', 'message', id) FROM scale_message WHERE ours
  UNION ALL
  SELECT id, told + interval '1 hour', rank, deed, 'person', owner_id, owner, '{}'
  FROM scale_case, (VALUES (2, 'case.taken'), (3, 'case.acknowledged')) d(rank, deed) WHERE owner_id IS NOT NULL
  UNION ALL
  SELECT case_id, missed_at, 4, 'deadline.missed', 'desk', NULL, 'The desk', jsonb_build_object('kind', kind)
  FROM amends_deadline WHERE missed_at IS NOT NULL
) deeds;
CREATE INDEX ON scale_entry (seq, chain);
ANALYZE scale_entry;
INSERT INTO amends_entry (id, chain, seq, at, recorded_at, deed, actor_kind, actor_id, actor_name, because, data, hash)
WITH RECURSIVE linked AS (
  SELECT e.*, amends_entry_digest('', ROW(id, chain, seq, at, recorded_at, deed, kind, actor, name, '', data, '')::amends_entry) AS hash
  FROM scale_entry e WHERE seq = 1
  UNION ALL
  SELECT e.*, amends_entry_digest(l.hash,
    ROW(e.id, e.chain, e.seq, e.at, e.recorded_at, e.deed, e.kind, e.actor, e.name, '', e.data, '')::amends_entry)
  FROM linked l JOIN scale_entry e ON e.chain = l.chain AND e.seq = l.seq + 1
)
SELECT id + (SELECT coalesce(max(id), 0) FROM amends_entry), chain, seq, at, recorded_at, deed, kind, actor, name, '', data, hash FROM linked;

INSERT INTO amends_head (chain, length, hash)
SELECT DISTINCT ON (chain) chain, seq, hash FROM amends_entry WHERE chain > 0 ORDER BY chain, seq DESC;
