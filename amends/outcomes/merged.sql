-- What a customer did is told of whoever they were found to be, and what became of the cases of both is looked at again.
CREATE TRIGGER amends_is_another BEFORE INSERT ON amends_activity FOR EACH ROW EXECUTE FUNCTION amends_is_another();

CREATE FUNCTION amends_activities_follow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE amends_activity SET customer_id = NEW.merged_into_id WHERE customer_id = NEW.id;
  UPDATE amends_outcome o SET due_at = o.zero_at FROM amends_case k
    WHERE k.id = o.case_id AND k.customer_id IN (NEW.id, NEW.merged_into_id);
  RETURN NULL;
END $$;

CREATE TRIGGER amends_activities_follow AFTER UPDATE OF merged_into_id ON amends_customer
  FOR EACH ROW WHEN (NEW.merged_into_id IS NOT NULL) EXECUTE FUNCTION amends_activities_follow();
