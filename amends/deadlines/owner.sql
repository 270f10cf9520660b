-- A deadline bears the owner of its case, so that what is due to somebody's own customers is one walk along one index.
-- The database keeps it, so that no code path can forget it: nobody else writes the column.
CREATE FUNCTION amends_deadline_owner() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- The lock makes an owner who changes at this moment wait, or us wait for the new one.
  SELECT owner_id INTO NEW.owner_id FROM amends_case WHERE id = NEW.case_id FOR SHARE;
  RETURN NEW;
END $$;

CREATE TRIGGER amends_deadline_owner BEFORE INSERT ON amends_deadline FOR EACH ROW EXECUTE FUNCTION amends_deadline_owner();

CREATE FUNCTION amends_case_owner() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE amends_deadline SET owner_id = NEW.owner_id WHERE case_id = NEW.id AND met_at IS NULL AND void_at IS NULL;
  RETURN NULL;
END $$;

CREATE TRIGGER amends_case_owner AFTER UPDATE OF owner_id ON amends_case FOR EACH ROW
  WHEN (OLD.owner_id IS DISTINCT FROM NEW.owner_id) EXECUTE FUNCTION amends_case_owner();
