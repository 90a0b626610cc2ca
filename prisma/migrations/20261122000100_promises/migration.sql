-- What the rules promise, the database enforces too: ranges, uniqueness that depends on a state, append-only tables,
-- and what the app's role may do.

-- Ranges -------------------------------------------------------------------------------------------------------

ALTER TABLE person ADD CONSTRAINT person_login_shape CHECK (login = lower(login) AND length(login) BETWEEN 1 AND 100);
ALTER TABLE affiliation ADD CONSTRAINT affiliation_dates CHECK (since IS NULL OR until IS NULL OR since <= until);
ALTER TABLE session ADD CONSTRAINT session_dates CHECK (expires_at > created_at);
ALTER TABLE study ADD CONSTRAINT study_slug_shape CHECK (slug ~ '^[a-z0-9][a-z0-9-]{0,79}$');
ALTER TABLE rubric ADD CONSTRAINT rubric_version_positive CHECK (version >= 1);
ALTER TABLE criterion ADD CONSTRAINT criterion_scale CHECK (minimum < maximum AND step > 0 AND weight >= 0);
ALTER TABLE protocol ADD CONSTRAINT protocol_ranges CHECK (
  version >= 1 AND sheet_size BETWEEN 1 AND 50 AND ratings_per_task BETWEEN 1 AND 50 AND lease_seconds > 0
  AND (tolerance IS NULL OR tolerance >= 0) AND extra_ratings BETWEEN 0 AND 20
  AND aggregation IN ('abilities', 'prompts')
  AND (method = 'pairwise') = (presentation = 'pair'));
ALTER TABLE round ADD CONSTRAINT round_number_positive CHECK (number >= 1);
ALTER TABLE enrolment ADD CONSTRAINT enrolment_ranges CHECK (done >= 0 AND hold BETWEEN 1 AND 6);
ALTER TABLE assignment ADD CONSTRAINT assignment_lease CHECK ((lease_until IS NOT NULL) = (status = 'leased'));
ALTER TABLE assignment ADD CONSTRAINT assignment_end CHECK ((ended_at IS NULL) = (status = 'leased'));
ALTER TABLE assignment ADD CONSTRAINT assignment_slot CHECK (slot >= 1);
ALTER TABLE rating ADD CONSTRAINT rating_ranges CHECK (revision >= 1 AND dwell_ms >= 0);
ALTER TABLE agreed_score ADD CONSTRAINT agreed_score_value CHECK ((status = 'agreed') = (value IS NOT NULL) AND version >= 1);
ALTER TABLE audit_seal ADD CONSTRAINT audit_seal_range CHECK (from_sequence <= to_sequence AND entries >= 0);
ALTER TABLE audit_watermark ADD CONSTRAINT audit_watermark_one_row CHECK (id = 1);

-- A list is empty rather than unknown: conditions over NULL lists would silently leave rows out.
DO $$
DECLARE
  list record;
BEGIN
  FOR list IN SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public' AND data_type = 'ARRAY' LOOP
    EXECUTE format('ALTER TABLE %I ALTER COLUMN %I SET NOT NULL', list.table_name, list.column_name);
  END LOOP;
END $$;

-- Uniqueness that depends on a state ----------------------------------------------------------------------------

-- Never the same rater twice on a task (checks and calibrations apart), never one live rating more than k.
CREATE UNIQUE INDEX assignment_rater_once ON assignment (task_id, rater_id)
  WHERE kind IN ('live', 'extra') AND status IN ('leased', 'submitted');
CREATE UNIQUE INDEX assignment_slot_once ON assignment (task_id, slot)
  WHERE kind = 'live' AND status IN ('leased', 'submitted');
CREATE INDEX assignment_lease_end ON assignment (lease_until) WHERE status = 'leased';
CREATE INDEX assignment_held ON assignment (rater_id, study_id, turn) WHERE status = 'leased';

-- The line of openings grows at its tail when a slot comes back, so that no cursor has to turn round.
CREATE SEQUENCE opening_tail AS bigint START 1000000000;

ALTER TABLE study ADD CONSTRAINT study_current CHECK (
  state = 'draft' OR source = 'imported' OR num_nulls(current_round_id, current_rubric_id, current_protocol_id) = 0);

ALTER TABLE enrolment SET (fillfactor = 50);
ALTER TABLE opening SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000);

-- A score lies on its criterion's scale -------------------------------------------------------------------------

CREATE FUNCTION refuse_scores_off_the_scale() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  bad record;
BEGIN
  SELECT fresh.value, criterion.key INTO bad
  FROM fresh JOIN criterion ON criterion.id = fresh.criterion_id
  WHERE fresh.value < criterion.minimum OR fresh.value > criterion.maximum
    OR abs((fresh.value - criterion.minimum) / criterion.step - round(((fresh.value - criterion.minimum) / criterion.step)::numeric)) > 1e-6
  LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'score % is not on the scale of criterion %', bad.value, bad.key USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER score_on_scale AFTER INSERT ON score
  REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION refuse_scores_off_the_scale();

-- Append-only ---------------------------------------------------------------------------------------------------

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE FUNCTION append_only_tables() RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
  SELECT ARRAY['rating', 'score', 'counting_decision', 'comment_redaction', 'agreed_score', 'audit_entry', 'audit_seal',
    'release', 'rubric', 'criterion', 'protocol', 'content']
$$;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY append_only_tables() LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name || '_append_only', name);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name || '_no_truncate', name);
  END LOOP;
END $$;

-- Plans made on empty tables scan them whole; called when a study opens, by a role that does not own the tables.
CREATE FUNCTION refresh_statistics() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  ANALYZE opening, task, task_output, assignment, enrolment, output, content, prompt;
END $$;
REVOKE EXECUTE ON FUNCTION refresh_statistics() FROM PUBLIC;

-- The app's role ------------------------------------------------------------------------------------------------

-- The owner migrates; the app connects as another role that gets exactly this. Called after each migration with the
-- name of that role (scripts/database.mjs).
CREATE FUNCTION grant_app(app name) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  name text;
BEGIN
  EXECUTE format('GRANT USAGE ON SCHEMA public TO %I', app);
  EXECUTE format('REVOKE ALL ON ALL TABLES IN SCHEMA public FROM %I', app);
  EXECUTE format('GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA public TO %I', app);
  EXECUTE format('GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO %I', app);
  FOR name IN
    SELECT tablename FROM pg_tables
    WHERE schemaname = 'public' AND tablename <> ALL (append_only_tables()) AND tablename NOT LIKE '\_prisma%'
  LOOP
    EXECUTE format('GRANT UPDATE ON %I TO %I', name, app);
  END LOOP;
  EXECUTE format('GRANT DELETE ON opening, person, affiliation, invitation, session, import_run, upload_chunk, organization_alias, idempotency TO %I', app);
  EXECUTE format('GRANT EXECUTE ON FUNCTION refresh_statistics() TO %I', app);
  EXECUTE format('REVOKE INSERT ON _prisma_migrations FROM %I', app);
END $$;
REVOKE EXECUTE ON FUNCTION grant_app(name) FROM PUBLIC;
