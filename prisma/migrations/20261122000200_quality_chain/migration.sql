-- The quality chain: anchors and calibration, hidden checks, monitors, spot checks, arbitration, agreed scores.

-- CreateEnum
CREATE TYPE "appeal_state" AS ENUM ('waiting', 'upheld', 'declined');

-- AlterTable
ALTER TABLE "arbitration" DROP COLUMN "cause",
DROP COLUMN "created_at",
ADD COLUMN     "kind" TEXT NOT NULL,
ADD COLUMN     "present" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "sequence" BIGSERIAL NOT NULL,
ALTER COLUMN "value" SET NOT NULL,
ALTER COLUMN "by_id" SET NOT NULL,
ALTER COLUMN "decided_at" SET NOT NULL,
ALTER COLUMN "decided_at" SET DEFAULT CURRENT_TIMESTAMP;

-- AlterTable
ALTER TABLE "assignment" ADD COLUMN     "place" INTEGER,
ADD COLUMN     "replaces" UUID,
ADD COLUMN     "scope_cells" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "check" ADD COLUMN     "content_hash" BYTEA,
ADD COLUMN     "of_assignment_id" UUID,
ADD COLUMN     "outcome" JSONB,
ADD COLUMN     "output_id" UUID;

-- AlterTable
ALTER TABLE "criterion" ADD COLUMN     "same_as" UUID;

-- AlterTable
ALTER TABLE "enrolment" ADD COLUMN     "check_seed_a" BIGINT NOT NULL DEFAULT (('x' || substr((gen_random_uuid())::text, 1, 8))::bit(32))::bigint,
ADD COLUMN     "check_seed_b" BIGINT NOT NULL DEFAULT (('x' || substr((gen_random_uuid())::text, 1, 8))::bit(32))::bigint,
ADD COLUMN     "locked_through" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "placed" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "placed_degraded" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "placed_gold" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "placed_repeat" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "scheme" JSONB NOT NULL DEFAULT '{"level": "normal", "recent": []}',
ADD COLUMN     "waiting_ratings" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "inspection" ADD COLUMN     "committed_at" TIMESTAMPTZ(3),
ADD COLUMN     "held_by_id" UUID,
ADD COLUMN     "held_until" TIMESTAMPTZ(3),
ADD COLUMN     "judged" JSONB,
ADD COLUMN     "place" INTEGER NOT NULL;

-- AlterTable
ALTER TABLE "lot" ADD COLUMN     "by_hand" BOOLEAN NOT NULL DEFAULT false,
ALTER COLUMN "seed" SET DATA TYPE BIGINT;

-- AlterTable
ALTER TABLE "opening" ADD COLUMN     "replaces" UUID,
ADD COLUMN     "scope_cells" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "protocol" ADD COLUMN     "arbitration" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "calibration" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "monitors" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "task" ADD COLUMN     "anchored_at" TIMESTAMPTZ(3),
ADD COLUMN     "reading_work" DOUBLE PRECISION;

-- CreateTable
CREATE TABLE "damaged_output" (
    "task_id" UUID NOT NULL,
    "output_id" UUID NOT NULL,
    "content_hash" BYTEA NOT NULL,

    CONSTRAINT "damaged_output_pkey" PRIMARY KEY ("task_id","output_id")
);

-- CreateTable
CREATE TABLE "anchor" (
    "id" UUID NOT NULL,
    "study_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "output_id" UUID NOT NULL,
    "rubric_id" UUID NOT NULL,
    "cells" JSONB NOT NULL,
    "by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "anchor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calibration" (
    "study_id" UUID NOT NULL,
    "rater_id" UUID NOT NULL,
    "state" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "calibration_pkey" PRIMARY KEY ("study_id","rater_id")
);

-- CreateTable
CREATE TABLE "chain_due" (
    "sequence" BIGSERIAL NOT NULL,
    "study_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "rating_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "chain_due_pkey" PRIMARY KEY ("sequence")
);

-- CreateTable
CREATE TABLE "monitor" (
    "study_id" UUID NOT NULL,
    "rater_id" UUID NOT NULL,
    "state" JSONB NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "monitor_pkey" PRIMARY KEY ("study_id","rater_id")
);

-- CreateTable
CREATE TABLE "monitor_told" (
    "assignment_id" UUID NOT NULL,
    "task" INTEGER NOT NULL,
    "cells" JSONB NOT NULL,
    "rating_id" UUID NOT NULL,

    CONSTRAINT "monitor_told_pkey" PRIMARY KEY ("assignment_id")
);

-- CreateTable
CREATE TABLE "monitor_action" (
    "sequence" BIGSERIAL NOT NULL,
    "study_id" UUID NOT NULL,
    "rater_id" UUID NOT NULL,
    "monitor" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "tasks" INTEGER NOT NULL,
    "because" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "monitor_action_pkey" PRIMARY KEY ("sequence")
);

-- CreateTable
CREATE TABLE "enrolment_act" (
    "sequence" BIGSERIAL NOT NULL,
    "study_id" UUID NOT NULL,
    "rater_id" UUID NOT NULL,
    "act" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "enrolment_act_pkey" PRIMARY KEY ("sequence")
);

-- CreateTable
CREATE TABLE "appeal" (
    "id" UUID NOT NULL,
    "study_id" UUID NOT NULL,
    "rater_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "state" "appeal_state" NOT NULL DEFAULT 'waiting',
    "answer" TEXT,
    "answered_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "appeal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lot_rating" (
    "assignment_id" UUID NOT NULL,
    "lot_id" UUID NOT NULL,
    "rating_id" UUID NOT NULL,

    CONSTRAINT "lot_rating_pkey" PRIMARY KEY ("assignment_id")
);

-- CreateTable
CREATE TABLE "lot_decision" (
    "sequence" BIGSERIAL NOT NULL,
    "lot_id" UUID NOT NULL,
    "outcome" "lot_state" NOT NULL,
    "reason" TEXT,
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "lot_decision_pkey" PRIMARY KEY ("sequence")
);

-- CreateTable
CREATE TABLE "waiting_cell" (
    "output_id" UUID NOT NULL,
    "criterion_id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "prompt_id" UUID NOT NULL,
    "waits_for" TEXT NOT NULL,
    "because" TEXT,
    "values" DOUBLE PRECISION[] DEFAULT ARRAY[]::DOUBLE PRECISION[],
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "waiting_cell_pkey" PRIMARY KEY ("output_id","criterion_id")
);

-- CreateTable
CREATE TABLE "arbitration_lease" (
    "round_id" UUID NOT NULL,
    "prompt_id" UUID NOT NULL,
    "inspector_id" UUID NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "arbitration_lease_pkey" PRIMARY KEY ("round_id","prompt_id")
);

-- CreateTable
CREATE TABLE "arbitration_cause" (
    "sequence" BIGSERIAL NOT NULL,
    "arbitration_id" UUID NOT NULL,
    "cause" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "arbitration_cause_pkey" PRIMARY KEY ("sequence")
);

-- CreateIndex
CREATE INDEX "anchor_study_id_idx" ON "anchor"("study_id");

-- CreateIndex
CREATE INDEX "monitor_action_study_id_rater_id_idx" ON "monitor_action"("study_id", "rater_id");

-- CreateIndex
CREATE INDEX "enrolment_act_study_id_rater_id_idx" ON "enrolment_act"("study_id", "rater_id");

-- CreateIndex
CREATE INDEX "appeal_study_id_rater_id_idx" ON "appeal"("study_id", "rater_id");

-- CreateIndex
CREATE INDEX "lot_rating_lot_id_idx" ON "lot_rating"("lot_id");

-- CreateIndex
CREATE INDEX "lot_decision_lot_id_idx" ON "lot_decision"("lot_id");

-- CreateIndex
CREATE INDEX "waiting_cell_round_id_idx" ON "waiting_cell"("round_id");

-- CreateIndex
CREATE INDEX "arbitration_cause_arbitration_id_idx" ON "arbitration_cause"("arbitration_id");

-- CreateIndex
CREATE UNIQUE INDEX "arbitration_sequence_key" ON "arbitration"("sequence");

-- CreateIndex
CREATE INDEX "arbitration_output_id_criterion_id_idx" ON "arbitration"("output_id", "criterion_id");

-- CreateIndex
CREATE UNIQUE INDEX "inspection_lot_id_place_key" ON "inspection"("lot_id", "place");

-- CreateIndex
CREATE INDEX "lot_round_id_idx" ON "lot"("round_id");

-- AddForeignKey
ALTER TABLE "lot_rating" ADD CONSTRAINT "lot_rating_lot_id_fkey" FOREIGN KEY ("lot_id") REFERENCES "lot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lot_decision" ADD CONSTRAINT "lot_decision_lot_id_fkey" FOREIGN KEY ("lot_id") REFERENCES "lot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "arbitration_cause" ADD CONSTRAINT "arbitration_cause_arbitration_id_fkey" FOREIGN KEY ("arbitration_id") REFERENCES "arbitration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- Promises ------------------------------------------------------------------------------------------------------

ALTER TABLE assignment ALTER COLUMN scope_cells SET NOT NULL;
ALTER TABLE opening ALTER COLUMN scope_cells SET NOT NULL;
ALTER TABLE waiting_cell ALTER COLUMN values SET NOT NULL;
ALTER TABLE arbitration ALTER COLUMN present SET NOT NULL;

ALTER TABLE enrolment ADD CONSTRAINT enrolment_checks CHECK (
  placed >= 0 AND placed_gold >= 0 AND placed_repeat >= 0 AND placed_degraded >= 0 AND waiting_ratings >= 0
  AND check_seed_a BETWEEN 0 AND 4294967295 AND check_seed_b BETWEEN 0 AND 4294967295);
ALTER TABLE "check" ADD CONSTRAINT check_parts CHECK (
  (kind = 'repeat') = (of_assignment_id IS NOT NULL)
  AND (kind = 'degraded') = (output_id IS NOT NULL AND content_hash IS NOT NULL));
ALTER TABLE lot ADD CONSTRAINT lot_decided CHECK ((state = 'drawn') = (decided_at IS NULL));
ALTER TABLE lot_decision ADD CONSTRAINT lot_decision_outcome CHECK (
  outcome <> 'drawn' AND (by_id IS NULL OR length(trim(reason)) > 0));
ALTER TABLE inspection ADD CONSTRAINT inspection_commit CHECK (
  (committed_at IS NULL) = (assignment_id IS NULL) AND (committed_at IS NULL) = (judged IS NULL)
  AND (held_by_id IS NULL) = (held_until IS NULL));
ALTER TABLE arbitration ADD CONSTRAINT arbitration_kind CHECK (
  kind = 'inspector' OR (kind = 'meeting' AND length(trim(minutes)) > 0 AND cardinality(present) >= 2));
ALTER TABLE arbitration_cause ADD CONSTRAINT arbitration_cause_known CHECK (
  cause IN ('unclear_prompt', 'unclear_rubric', 'slip', 'taste', 'knowledge'));
ALTER TABLE waiting_cell ADD CONSTRAINT waiting_cell_for CHECK (waits_for IN ('extra', 'inspector', 'meeting'));
ALTER TABLE monitor_action ADD CONSTRAINT monitor_action_step CHECK (step IN ('flag', 'warn', 'pause', 'recalibrate'));
ALTER TABLE enrolment_act ADD CONSTRAINT enrolment_act_reason CHECK (length(trim(reason)) > 0);
ALTER TABLE appeal ADD CONSTRAINT appeal_answered CHECK (
  (state = 'waiting') = (answered_at IS NULL) AND (state = 'waiting') = (answered_by IS NULL));

-- One anchor of an output at a time.
CREATE UNIQUE INDEX anchor_in_force ON anchor (output_id, rubric_id) WHERE retired_at IS NULL;
-- Where the rubric was repaired, the same rater may judge a task again under the new version, once.
DROP INDEX assignment_rater_once;
CREATE UNIQUE INDEX assignment_rater_once ON assignment (task_id, rater_id, rubric_id)
  WHERE kind IN ('live', 'extra') AND status IN ('leased', 'submitted');
CREATE INDEX opening_replaces ON opening (replaces) WHERE replaces IS NOT NULL;
CREATE INDEX inspection_held ON inspection (held_by_id) WHERE committed_at IS NULL;

CREATE OR REPLACE FUNCTION append_only_tables() RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
  SELECT ARRAY['rating', 'score', 'counting_decision', 'comment_redaction', 'agreed_score', 'audit_entry', 'audit_seal',
    'release', 'rubric', 'criterion', 'protocol', 'content', 'monitor_action', 'enrolment_act', 'lot_rating',
    'lot_decision', 'arbitration', 'arbitration_cause']
$$;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['monitor_action', 'enrolment_act', 'lot_rating', 'lot_decision', 'arbitration', 'arbitration_cause'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name || '_append_only', name);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name || '_no_truncate', name);
  END LOOP;
END $$;

CREATE OR REPLACE FUNCTION grant_app(app name) RETURNS void LANGUAGE plpgsql AS $$
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
  EXECUTE format('GRANT DELETE ON opening, person, affiliation, invitation, session, import_run, upload_chunk, organization_alias, idempotency, '
    'chain_due, waiting_cell, arbitration_lease, monitor, monitor_told, damaged_output TO %I', app);
  EXECUTE format('GRANT EXECUTE ON FUNCTION refresh_statistics() TO %I', app);
  EXECUTE format('REVOKE INSERT ON _prisma_migrations FROM %I', app);
END $$;
