-- Cases for the affected whose keys are given, with customers and addresses where nobody was known by theirs. Rows come
-- locked; one statement, so that nothing is half done. Returns the keys of the cases. Each address is looked up once, by
-- itself: asked of all at once, a plan made before the table was ever analysed reads the whole of it for every batch.
WITH given AS (
  SELECT a.id, k.nr, a.name, a.email, a.phone, a.time_zone, a.key_customer, nextval('amends_case_id_seq') AS case_id,
    a.customer_id AS given_as,
    (SELECT d.customer_id FROM amends_address d
     WHERE d.retired_at IS NULL AND d.kind = 'email' AND d.normal = a.email AND a.email <> '') AS by_email,
    (SELECT d.customer_id FROM amends_address d
     WHERE d.retired_at IS NULL AND d.kind = 'phone' AND d.normal = a.phone AND a.phone <> '') AS by_phone
  FROM unnest(%(keys)s::bigint[]) WITH ORDINALITY AS k(id, nr) JOIN amends_affected a ON a.id = k.id
), found AS (
  SELECT *, coalesce(given_as, by_email, by_phone) AS known FROM given
), owned AS (
  SELECT *, coalesce(known, nextval('amends_customer_id_seq')) AS customer_id FROM found
), customers AS (
  INSERT INTO amends_customer (id, name, language, time_zone, preferred_channel, key_customer, known_since)
  SELECT customer_id, name, '', time_zone, '', key_customer, %(at)s FROM owned WHERE known IS NULL
  RETURNING id
), addresses AS (
  INSERT INTO amends_address (customer_id, kind, value, normal, added_at, failure)
  SELECT customer_id, 'email', email, email, %(at)s, '' FROM owned WHERE email <> '' AND by_email IS NULL
  UNION ALL
  SELECT customer_id, 'phone', phone, phone, %(at)s, '' FROM owned WHERE phone <> '' AND by_phone IS NULL
  RETURNING id
), cases AS (
  INSERT INTO amends_case (id, reference, customer_id, origin, channel, subject, received_at, opened_at, stage, severity,
    queue_id, restricted, packs, product, cadence, round, customer_spoke_at, ending, source, source_id)
  SELECT case_id, (%(references)s::text[])[nr], customer_id, %(origin)s,
    CASE WHEN email = '' THEN %(phone)s ELSE %(email)s END, %(subject)s, %(knew_at)s, %(at)s, 'new', %(severity)s, %(queue)s,
    false, %(packs)s::text[], %(product)s, '', 1, %(knew_at)s, '', %(source)s, %(problem)s || '/' || id
  FROM owned RETURNING id
), linked AS (
  UPDATE amends_affected a SET case_id = o.case_id, customer_id = o.customer_id FROM owned o WHERE a.id = o.id RETURNING a.id
), entries AS (
  INSERT INTO amends_entry (chain, seq, at, deed, actor_kind, actor_id, actor_name, because, data, hash)
  SELECT case_id, 0, %(at)s, 'case.opened', %(actor_kind)s, %(actor_id)s, %(actor_name)s, '', jsonb_build_object(
    'origin', %(origin_label)s::text, 'channel', CASE WHEN email = '' THEN 'phone' ELSE 'e-mail' END, 'severity', %(severity)s::int,
    'problem', %(problem)s::int), ''
  FROM owned RETURNING id
)
SELECT id FROM cases;
