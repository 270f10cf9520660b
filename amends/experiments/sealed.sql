-- What was registered is not changed, and what was drawn is not drawn again: whoever tries is refused here.
CREATE FUNCTION amends_experiment_sealed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE check_violation USING MESSAGE = 'an experiment stays on record', CONSTRAINT = 'experiment_sealed';
  END IF;
  IF (OLD.name, OLD.hypothesis, OLD.place, OLD.arms, OLD.days, OLD.alpha, OLD.margin, OLD.planned, OLD.stops, OLD.secret, OLD.sealed,
      OLD.registered_at, OLD.registered_by_id)
    IS DISTINCT FROM (NEW.name, NEW.hypothesis, NEW.place, NEW.arms, NEW.days, NEW.alpha, NEW.margin, NEW.planned, NEW.stops,
      NEW.secret, NEW.sealed, NEW.registered_at, NEW.registered_by_id)
    OR OLD.begun_at IS NOT NULL AND (OLD.begun_at, OLD.begun_by_id) IS DISTINCT FROM (NEW.begun_at, NEW.begun_by_id)
    OR OLD.stopped_at IS NOT NULL AND (OLD.stopped_at, OLD.stopped_by_id, OLD.stopped_because)
      IS DISTINCT FROM (NEW.stopped_at, NEW.stopped_by_id, NEW.stopped_because) THEN
    RAISE check_violation USING MESSAGE = 'what was registered is not changed', CONSTRAINT = 'experiment_sealed';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER amends_experiment_sealed BEFORE UPDATE OR DELETE ON amends_experiment
  FOR EACH ROW EXECUTE FUNCTION amends_experiment_sealed();

CREATE FUNCTION amends_assignment_drawn() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  e record;
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT * INTO e FROM amends_experiment WHERE id = NEW.experiment_id FOR SHARE;
    IF e.begun_at IS NULL OR e.begun_at > NEW.drawn_at OR e.stopped_at IS NOT NULL OR e.sealed <> NEW.sealed THEN
      RAISE check_violation USING MESSAGE = 'nothing is drawn but in an experiment that runs as registered',
        CONSTRAINT = 'assignment_of_a_running_experiment';
    END IF;
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' OR OLD.result <> '' AND OLD.result <> NEW.result
    OR (OLD.experiment_id, OLD.customer_id, OLD.case_id, OLD.arm, OLD.propensity, OLD.draw, OLD.cluster, OLD.sealed, OLD.drawn_at)
    IS DISTINCT FROM (NEW.experiment_id, NEW.customer_id, NEW.case_id, NEW.arm, NEW.propensity, NEW.draw, NEW.cluster, NEW.sealed,
      NEW.drawn_at) THEN
    RAISE check_violation USING MESSAGE = 'what was drawn is not changed', CONSTRAINT = 'assignment_sealed';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER amends_assignment_drawn BEFORE INSERT OR UPDATE OR DELETE ON amends_assignment
  FOR EACH ROW EXECUTE FUNCTION amends_assignment_drawn();

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
