-- A deadline bears whoever must do it: its assignee, or else the owner of its case, so that what is due to somebody is one walk
-- along one index. The database keeps it, so that no code path can forget it; nobody else writes the column. It also sets when
-- the sweep first looks at a new deadline.
CREATE FUNCTION amends_deadline_owner() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW.wake_at := coalesce(NEW.wake_at, NEW.warn_at, NEW.due_at);
  END IF;
  IF NEW.assignee_id IS NOT NULL THEN
    NEW.owner_id := NEW.assignee_id;
  ELSE
    -- The lock makes an owner who changes at this moment wait, or us wait for the new one.
    SELECT owner_id INTO NEW.owner_id FROM amends_case WHERE id = NEW.case_id FOR SHARE;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER amends_deadline_owner BEFORE INSERT ON amends_deadline FOR EACH ROW EXECUTE FUNCTION amends_deadline_owner();
CREATE TRIGGER amends_deadline_assignee BEFORE UPDATE OF assignee_id, case_id ON amends_deadline FOR EACH ROW
  EXECUTE FUNCTION amends_deadline_owner();

CREATE FUNCTION amends_case_owner() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE amends_deadline SET owner_id = NEW.owner_id
  WHERE case_id = NEW.id AND met_at IS NULL AND void_at IS NULL AND assignee_id IS NULL;
  RETURN NULL;
END $$;

CREATE TRIGGER amends_case_owner AFTER UPDATE OF owner_id ON amends_case FOR EACH ROW
  WHEN (OLD.owner_id IS DISTINCT FROM NEW.owner_id) EXECUTE FUNCTION amends_case_owner();
