-- Whoever is affected stays so when their case goes on as another, or when they are found to be another customer.
CREATE FUNCTION amends_affected_goes_on() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'amends_customer' THEN
    UPDATE amends_affected SET customer_id = NEW.merged_into_id WHERE customer_id = NEW.id;
  ELSE
    UPDATE amends_affected a SET case_id = NEW.merged_into_id WHERE a.case_id = NEW.id
      AND NOT EXISTS (SELECT FROM amends_affected b WHERE b.problem_id = a.problem_id AND b.case_id = NEW.merged_into_id);
    -- Somebody who may come to harm is in safety mode on the case that goes on, with the one who speaks to them.
    UPDATE amends_alarm a SET case_id = NEW.merged_into_id WHERE a.case_id = NEW.id AND a.over_at IS NULL
      AND NOT EXISTS (SELECT FROM amends_alarm b WHERE b.case_id = NEW.merged_into_id AND b.over_at IS NULL AND b.drill = a.drill);
    UPDATE amends_case SET safety_at = coalesce(safety_at, NEW.safety_at), spokesperson_id = coalesce(spokesperson_id, NEW.spokesperson_id)
    WHERE id = NEW.merged_into_id AND NEW.safety_at IS NOT NULL;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER amends_affected_goes_on AFTER UPDATE OF merged_into_id ON amends_case FOR EACH ROW
  WHEN (NEW.merged_into_id IS NOT NULL) EXECUTE FUNCTION amends_affected_goes_on();
CREATE TRIGGER amends_affected_goes_on AFTER UPDATE OF merged_into_id ON amends_customer FOR EACH ROW
  WHEN (NEW.merged_into_id IS NOT NULL) EXECUTE FUNCTION amends_affected_goes_on();
