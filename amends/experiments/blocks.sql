-- How it is drawn and how it is judged was registered too; and the number of a draw in its stratum is not changed.
CREATE FUNCTION amends_experiment_plan_sealed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.blocks, OLD.adjusted) IS DISTINCT FROM (NEW.blocks, NEW.adjusted) THEN
    RAISE check_violation USING MESSAGE = 'what was registered is not changed', CONSTRAINT = 'experiment_sealed';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER amends_experiment_plan_sealed BEFORE UPDATE ON amends_experiment
  FOR EACH ROW EXECUTE FUNCTION amends_experiment_plan_sealed();

CREATE FUNCTION amends_assignment_numbered() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.stratum, OLD.number) IS DISTINCT FROM (NEW.stratum, NEW.number) THEN
    RAISE check_violation USING MESSAGE = 'what was drawn is not changed', CONSTRAINT = 'assignment_sealed';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER amends_assignment_numbered BEFORE UPDATE ON amends_assignment
  FOR EACH ROW EXECUTE FUNCTION amends_assignment_numbered();
