-- What is on record of each of these cases, for the coach: one row a case, as JSON.
SELECT c.id, jsonb_build_object(
  -- Somebody's finding; else what is known of why the problem came that the case is of.
  'fault', coalesce(
    (SELECT l.fault FROM amends_loss l WHERE l.case_id = c.id),
    (SELECT 'established' FROM amends_affected a JOIN amends_problem p ON p.id = a.problem_id
     WHERE a.case_id = c.id AND p.cause IN ('known', 'removed') LIMIT 1), ''),
  'relationship', CASE WHEN u.key_customer THEN 'key'
    WHEN EXISTS (SELECT FROM amends_case o WHERE o.customer_id = u.id AND o.received_at < c.received_at)
      OR EXISTS (SELECT FROM amends_activity y WHERE y.customer_id = u.id AND y.at < c.received_at - interval '30 days')
    THEN 'regular' ELSE 'new' END,
  'asked', r.wish_asked_at IS NOT NULL, 'wish', coalesce(r.wish, ''), 'confirmed', r.confirmed_at IS NOT NULL,
  'reached', (SELECT coalesce(jsonb_agg(DISTINCT d.kind), '[]') FROM amends_address d
    WHERE d.customer_id = u.id AND d.retired_at IS NULL),
  'photos', EXISTS (SELECT FROM amends_attachment f JOIN amends_message m ON m.id = f.message_id
    WHERE m.case_id = c.id AND m.direction = 'in' AND f.content_type LIKE 'image/%%'),
  'facts', (SELECT coalesce(jsonb_agg(jsonb_build_array(f.words, f.status, f.about) ORDER BY f.id), '[]') FROM amends_fact f
    WHERE f.case_id = c.id),
  'concerns', (SELECT coalesce(jsonb_agg(jsonb_build_array(n.words, n.kind) ORDER BY n.id), '[]') FROM amends_concern n
    WHERE n.case_id = c.id AND n.waived_at IS NULL),
  'regrets', s.regrets,
  'acts', (SELECT count(*) FROM amends_act a WHERE a.case_id = c.id AND (s.last IS NULL OR a.done_at > s.last)),
  -- Chosen; offered, while nothing is chosen; asked for, while it is not used.
  'remedies', (SELECT coalesce(jsonb_agg(jsonb_build_array(g.kind, g.name, g.worth, g.currency, g.ready_at, g.state)), '[]') FROM (
    SELECT o.kind, o.name, h.worth, f.currency, o.ready_at, CASE WHEN h.executed_at IS NOT NULL THEN 'done'
        WHEN e.state IN ('waiting', 'sending', 'uncertain') THEN 'scheduled' ELSE 'agreed' END AS state
      FROM amends_choice h JOIN amends_option o ON o.id = h.option_id JOIN amends_offer f ON f.id = h.offer_id
        LEFT JOIN amends_execution e ON e.choice_id = h.id
      WHERE h.case_id = c.id AND h.stands AND h.missed_at IS NULL
    UNION ALL SELECT o.kind, o.name, o.worth, f.currency, o.ready_at, 'offered'
      FROM amends_offer f JOIN amends_option o ON o.offer_id = f.id
      WHERE f.case_id = c.id AND f.withdrawn_at IS NULL AND f.begun_at IS NULL
        AND NOT EXISTS (SELECT FROM amends_choice h WHERE h.offer_id = f.id AND h.stands)
    UNION ALL SELECT m.kind, m.name, a.worth, a.currency, NULL,
        CASE WHEN a.state IN ('asked', 'refusing') THEN 'awaiting_approval' ELSE 'approved' END
      FROM amends_approval a JOIN amends_remedy m ON m.id = a.remedy_id
      WHERE a.case_id = c.id AND a.state IN ('asked', 'refusing', 'granted', 'passed')
        AND NOT EXISTS (SELECT FROM amends_offer f WHERE f.approval_id = a.id)) g),
  'granted', EXISTS (SELECT FROM amends_offer f WHERE f.case_id = c.id AND f.withdrawn_at IS NULL AND f.begun_at IS NULL AND f.wish),
  'consented', EXISTS (SELECT FROM amends_choice h WHERE h.case_id = c.id AND h.stands AND h.works AND h.consented),
  -- More was asked for than its asker may give, and nothing was offered since.
  'beyond', EXISTS (SELECT FROM amends_approval a WHERE a.case_id = c.id AND a.state IN ('asked', 'refusing', 'refused')
    AND NOT EXISTS (SELECT FROM amends_offer f WHERE f.case_id = c.id AND f.made_at > a.asked_at)),
  -- They were refused it, and have not heard from us since.
  'refused', EXISTS (SELECT FROM amends_approval a WHERE a.case_id = c.id AND a.state = 'refused'
    AND (c.human_spoke_at IS NULL OR c.human_spoke_at < a.answered_at)
    AND NOT EXISTS (SELECT FROM amends_offer f WHERE f.case_id = c.id AND f.made_at > a.answered_at)),
  'stale', (SELECT coalesce(jsonb_agg(jsonb_build_array(n.name, n.good_until)), '[]')
    FROM amends_promise p JOIN amends_way w ON w.promise_id = p.id JOIN amends_content n ON n.way_id = w.id
    WHERE p.case_id = c.id AND p.kept_at IS NULL AND p.released_at IS NULL AND n.good_until IS NOT NULL AND n.answered_at IS NULL),
  -- Their last words among which a question for the reason may be.
  'asking', (SELECT coalesce(jsonb_agg(q.words), '[]') FROM (
    SELECT left(m.text, 20000) AS words FROM amends_message m WHERE m.case_id = c.id AND m.direction = 'in' AND NOT m.automatic
      AND m.text ~* 'why|reason|explain|explanation|happen|went wrong|how come' ORDER BY m.id DESC LIMIT 5) q)
)
FROM amends_case c JOIN amends_customer u ON u.id = c.customer_id
LEFT JOIN amends_round r ON r.case_id = c.id AND r.number = c.round
CROSS JOIN LATERAL (SELECT count(*) AS regrets, max(m.said_at) AS last FROM amends_message m
  WHERE m.case_id = c.id AND m.direction = 'out' AND NOT m.automatic AND NOT m.failed AND m.says @> ARRAY['regret']::varchar[]) s
WHERE c.id = ANY(%(cases)s)
