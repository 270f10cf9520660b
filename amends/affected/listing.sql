-- How the lines of a list become people: whoever shares an e-mail address, a phone number or a household is one, however far
-- the chain goes. The steps run in this order, in one transaction; the tables are this session's own and go with it.

-- step: stage
SET LOCAL work_mem = '96MB';
DROP TABLE IF EXISTS pg_temp.staged, pg_temp.shared, pg_temp.person;
CREATE TEMP TABLE staged (
  line int NOT NULL, name text NOT NULL, email text NOT NULL, phone text NOT NULL, household text NOT NULL,
  time_zone text NOT NULL, key bool NOT NULL, facts jsonb NOT NULL
) ON COMMIT DROP;

-- step: share
CREATE TEMP TABLE shared ON COMMIT DROP AS
WITH keys AS (
  SELECT line, 'e' AS kind, email AS key FROM staged WHERE email <> ''
  UNION ALL SELECT line, 'p', phone FROM staged WHERE phone <> ''
  UNION ALL SELECT line, 'h', household FROM staged WHERE household <> ''
), twice AS (SELECT kind, key FROM keys GROUP BY kind, key HAVING count(*) > 1)
SELECT k.line, k.kind, k.key, k.line AS label FROM keys k JOIN twice USING (kind, key);

-- step: index
ANALYZE staged;
ANALYZE shared;

-- step: join
WITH least AS (SELECT kind, key, min(label) AS label FROM shared GROUP BY kind, key),
  nearest AS (SELECT s.line, min(l.label) AS label FROM shared s JOIN least l USING (kind, key) GROUP BY s.line)
UPDATE shared s SET label = n.label FROM nearest n WHERE n.line = s.line AND n.label < s.label;

-- step: group
CREATE TEMP TABLE person ON COMMIT DROP AS
SELECT s.line AS label, 1 AS lines, 0 AS same_contact, s.name, s.email, s.phone, s.household, s.time_zone, s.key,
  jsonb_build_array(s.facts) AS facts, NULL::bigint AS known, NULL::bigint AS customer_id
FROM staged s WHERE NOT EXISTS (SELECT FROM shared h WHERE h.line = s.line)
UNION ALL
SELECT g.label, count(*), count(*) FILTER (WHERE g.line <> g.label AND g.by_contact),
  coalesce((array_agg(s.name ORDER BY s.line) FILTER (WHERE s.name <> ''))[1], ''),
  coalesce((array_agg(s.email ORDER BY s.line) FILTER (WHERE s.email <> ''))[1], ''),
  coalesce((array_agg(s.phone ORDER BY s.line) FILTER (WHERE s.phone <> ''))[1], ''),
  coalesce((array_agg(s.household ORDER BY s.line) FILTER (WHERE s.household <> ''))[1], ''),
  coalesce((array_agg(s.time_zone ORDER BY s.line) FILTER (WHERE s.time_zone <> ''))[1], ''),
  bool_or(s.key), jsonb_agg(s.facts ORDER BY s.line), NULL, NULL
FROM (SELECT line, min(label) AS label, bool_or(kind <> 'h') AS by_contact FROM shared GROUP BY line) g
JOIN staged s USING (line) GROUP BY g.label;
ANALYZE person;

-- step: know
WITH ways AS (
  SELECT s.line, coalesce(h.label, s.line) AS label, s.email, s.phone, s.household
  FROM staged s LEFT JOIN (SELECT line, min(label) AS label FROM shared GROUP BY line) h USING (line)
), owned AS (
  SELECT w.label, min(d.customer_id) AS customer_id FROM ways w JOIN amends_address d
    ON d.retired_at IS NULL AND (d.kind = 'email' AND d.normal = w.email AND w.email <> '')
  GROUP BY w.label
  UNION ALL
  SELECT w.label, min(d.customer_id) FROM ways w JOIN amends_address d
    ON d.retired_at IS NULL AND d.kind = 'phone' AND d.normal = w.phone AND w.phone <> ''
  GROUP BY w.label
), customers AS (SELECT label, min(customer_id) AS customer_id FROM owned GROUP BY label
), before AS (
  SELECT w.label, a.id FROM ways w JOIN amends_affected a ON a.problem_id = %(problem)s AND a.email = w.email AND w.email <> ''
  UNION ALL
  SELECT w.label, a.id FROM ways w JOIN amends_affected a ON a.problem_id = %(problem)s AND a.phone = w.phone AND w.phone <> ''
  UNION ALL
  SELECT w.label, a.id FROM ways w JOIN amends_affected a
    ON a.problem_id = %(problem)s AND a.household = w.household AND w.household <> ''
  UNION ALL
  SELECT c.label, a.id FROM customers c JOIN amends_affected a ON a.problem_id = %(problem)s AND a.customer_id = c.customer_id
), known AS (SELECT label, min(id) AS id FROM before GROUP BY label)
UPDATE person p SET known = k.id, customer_id = c.customer_id
FROM person q LEFT JOIN known k ON k.label = q.label LEFT JOIN customers c ON c.label = q.label
WHERE q.label = p.label AND (k.id IS NOT NULL OR c.customer_id IS NOT NULL);

-- step: count
SELECT coalesce(sum(lines), 0), count(*) FILTER (WHERE known IS NULL),
  coalesce(sum(same_contact) FILTER (WHERE known IS NULL), 0),
  coalesce(sum(lines - 1 - same_contact) FILTER (WHERE known IS NULL), 0),
  coalesce(sum(lines) FILTER (WHERE known IS NOT NULL), 0),
  count(*) FILTER (WHERE known IS NULL AND email = '' AND phone = '' AND customer_id IS NULL)
FROM person;

-- step: without
SELECT coalesce(nullif(name, ''), 'line ' || label) FROM person
WHERE known IS NULL AND email = '' AND phone = '' AND customer_id IS NULL ORDER BY label LIMIT %(most)s;

-- step: insert
INSERT INTO amends_affected (problem_id, listing_id, via, name, email, phone, household, time_zone, key_customer, lines, facts,
  customer_id, found_it, added_at, unreachable_at, unreachable_because)
SELECT %(problem)s, %(listing)s, %(via)s, name, email, phone, household, time_zone, key, lines, facts, customer_id, false, %(at)s,
  CASE WHEN nowhere THEN %(at)s::timestamptz END, CASE WHEN nowhere THEN %(no)s ELSE '' END
FROM (SELECT *, email = '' AND phone = '' AND customer_id IS NULL AS nowhere FROM person WHERE known IS NULL) p ORDER BY label;

-- step: add to those known
UPDATE amends_affected a SET lines = a.lines + k.lines, facts = a.facts || k.facts,
  name = coalesce(nullif(a.name, ''), k.name), phone = coalesce(nullif(a.phone, ''), k.phone)
FROM (SELECT known, sum(lines) AS lines, jsonb_path_query_array(jsonb_agg(facts), '$[*][*]') AS facts,
    max(name) AS name, max(phone) AS phone FROM person WHERE known IS NOT NULL GROUP BY known) k
WHERE a.id = k.known;

-- step: spans
SELECT min(id), max(id) FROM (
  SELECT id, (row_number() OVER (ORDER BY id) - 1) / %(batch)s AS part FROM amends_affected
  WHERE listing_id = %(listing)s AND case_id IS NULL AND unreachable_at IS NULL) p
GROUP BY part ORDER BY part;
