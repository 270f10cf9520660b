-- Nothing is said, owed or noted on a case that goes on as another: whoever had it before them a moment ago is refused here,
-- and looks again. The lock makes a merge that runs at this moment wait for us, or us for it.
CREATE FUNCTION amends_goes_on_elsewhere() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  elsewhere bigint;
BEGIN
  SELECT merged_into_id INTO elsewhere FROM amends_case WHERE id = NEW.case_id FOR KEY SHARE;
  IF elsewhere IS NOT NULL THEN
    RAISE check_violation USING
      MESSAGE = 'case ' || NEW.case_id || ' goes on as case ' || elsewhere, CONSTRAINT = 'case_goes_on_elsewhere';
  END IF;
  RETURN NEW;
END $$;

DO $$
DECLARE
  said text;
BEGIN
  FOREACH said IN ARRAY ARRAY['message', 'note', 'concern', 'act', 'fact', 'round', 'promise', 'callback', 'ask', 'redtape',
    'handoff', 'attempt', 'deadline', 'standin'] LOOP
    EXECUTE format('CREATE TRIGGER amends_goes_on_elsewhere BEFORE INSERT ON %I FOR EACH ROW
      EXECUTE FUNCTION amends_goes_on_elsewhere()', 'amends_' || said);
  END LOOP;
END $$;

-- Whatever is opened, promised or learned for a customer who was found to be another is that other one's.
CREATE FUNCTION amends_is_another() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  another bigint;
BEGIN
  SELECT merged_into_id INTO another FROM amends_customer WHERE id = NEW.customer_id FOR KEY SHARE;
  NEW.customer_id := coalesce(another, NEW.customer_id);
  RETURN NEW;
END $$;

CREATE TRIGGER amends_is_another BEFORE INSERT ON amends_case FOR EACH ROW EXECUTE FUNCTION amends_is_another();
CREATE TRIGGER amends_is_another BEFORE INSERT ON amends_promise FOR EACH ROW EXECUTE FUNCTION amends_is_another();
CREATE TRIGGER amends_is_another BEFORE INSERT ON amends_address FOR EACH ROW EXECUTE FUNCTION amends_is_another();
