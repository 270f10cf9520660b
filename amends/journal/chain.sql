-- The journal is append-only and hash-chained by the database itself, so that no code path can forget it.
CREATE FUNCTION amends_entry_digest(prior bytea, e amends_entry) RETURNS bytea LANGUAGE sql STABLE AS $$
  SELECT sha256(prior || convert_to(concat_ws(E'\x1f',
    e.chain, e.seq, extract(epoch FROM e.at), extract(epoch FROM e.recorded_at), e.deed, e.actor_kind,
    coalesce(e.actor_id::text, '-'), e.actor_name, e.because, e.data::text), 'UTF8'))
$$;

CREATE FUNCTION amends_entry_chain() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE head amends_head%ROWTYPE;
BEGIN
  SELECT * INTO head FROM amends_head WHERE chain = NEW.chain FOR UPDATE;
  IF NOT FOUND THEN
    INSERT INTO amends_head (chain, length, hash) VALUES (NEW.chain, 0, '') ON CONFLICT DO NOTHING;
    SELECT * INTO head FROM amends_head WHERE chain = NEW.chain FOR UPDATE;
  END IF;
  NEW.seq := head.length + 1;
  NEW.hash := amends_entry_digest(head.hash, NEW);
  UPDATE amends_head SET length = NEW.seq, hash = NEW.hash WHERE chain = NEW.chain;
  RETURN NEW;
END $$;

CREATE TRIGGER amends_entry_chain BEFORE INSERT ON amends_entry FOR EACH ROW EXECUTE FUNCTION amends_entry_chain();

CREATE FUNCTION amends_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the journal is append-only: % refused', TG_OP USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE TRIGGER amends_entry_append_only BEFORE UPDATE OR DELETE ON amends_entry
  FOR EACH ROW EXECUTE FUNCTION amends_append_only();
CREATE TRIGGER amends_entry_no_truncate BEFORE TRUNCATE ON amends_entry
  FOR EACH STATEMENT EXECUTE FUNCTION amends_append_only();
