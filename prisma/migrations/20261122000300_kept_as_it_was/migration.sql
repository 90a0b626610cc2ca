-- What the quality chain found stays as it was found, also for the app's own role: a row may go on to its end and no
-- further, and what an assignment is for never changes.

-- Arguments: the columns that may still change.
CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  free text[] := coalesce(TG_ARGV, '{}');
BEGIN
  IF to_jsonb(OLD) - free IS DISTINCT FROM to_jsonb(NEW) - free THEN
    RAISE EXCEPTION '% is kept as it was: change refused', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;

-- Before it is committed an inspection is held by one inspector after the other; afterwards it stands.
CREATE TRIGGER inspection_unit_kept BEFORE UPDATE ON inspection FOR EACH ROW WHEN (OLD.committed_at IS NULL)
  EXECUTE FUNCTION refuse_rewriting('held_by_id', 'held_until', 'assignment_id', 'error', 'judged', 'committed_at');
CREATE TRIGGER inspection_kept BEFORE UPDATE ON inspection FOR EACH ROW WHEN (OLD.committed_at IS NOT NULL)
  EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER lot_kept BEFORE UPDATE ON lot FOR EACH ROW EXECUTE FUNCTION refuse_rewriting('state', 'decided_at');
CREATE TRIGGER anchor_kept BEFORE UPDATE ON anchor FOR EACH ROW WHEN (OLD.retired_at IS NULL)
  EXECUTE FUNCTION refuse_rewriting('retired_at');
CREATE TRIGGER anchor_retired BEFORE UPDATE ON anchor FOR EACH ROW WHEN (OLD.retired_at IS NOT NULL)
  EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER appeal_kept BEFORE UPDATE ON appeal FOR EACH ROW WHEN (OLD.state = 'waiting')
  EXECUTE FUNCTION refuse_rewriting('state', 'answer', 'answered_by', 'answered_at');
CREATE TRIGGER appeal_answered_kept BEFORE UPDATE ON appeal FOR EACH ROW WHEN (OLD.state <> 'waiting')
  EXECUTE FUNCTION refuse_rewriting();

-- By columns, so that leasing, sending and expiring, which happen all the time, cost nothing more.
CREATE TRIGGER assignment_kept BEFORE UPDATE OF id, turn, study_id, task_id, rater_id, rubric_id, protocol_id, kind, slot,
  scope, scope_cells, replaces, place, label_order, leased_at ON assignment FOR EACH ROW
  EXECUTE FUNCTION refuse_rewriting('status', 'lease_until', 'ended_at', 'skip_reason');
