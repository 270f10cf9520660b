-- Whoever is affected stays so when their case goes on as another, or when they are found to be another customer.
CREATE FUNCTION amends_affected_goes_on() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'amends_customer' THEN
    UPDATE amends_affected SET customer_id = NEW.merged_into_id WHERE customer_id = NEW.id;
  ELSE
    UPDATE amends_affected a SET case_id = NEW.merged_into_id WHERE a.case_id = NEW.id
      AND NOT EXISTS (SELECT FROM amends_affected b WHERE b.problem_id = a.problem_id AND b.case_id = NEW.merged_into_id);
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER amends_affected_goes_on AFTER UPDATE OF merged_into_id ON amends_case FOR EACH ROW
  WHEN (NEW.merged_into_id IS NOT NULL) EXECUTE FUNCTION amends_affected_goes_on();
CREATE TRIGGER amends_affected_goes_on AFTER UPDATE OF merged_into_id ON amends_customer FOR EACH ROW
  WHEN (NEW.merged_into_id IS NOT NULL) EXECUTE FUNCTION amends_affected_goes_on();
