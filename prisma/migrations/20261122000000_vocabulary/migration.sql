-- CreateEnum
CREATE TYPE "model_kind" AS ENUM ('model', 'reference', 'baseline', 'human');

-- CreateEnum
CREATE TYPE "media_kind" AS ENUM ('image', 'video', 'audio');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('admin', 'inspector', 'rater', 'operator');

-- CreateEnum
CREATE TYPE "invitation_purpose" AS ENUM ('set_up', 'join');

-- CreateEnum
CREATE TYPE "check_kind" AS ENUM ('gold', 'repeat', 'degraded');

-- CreateEnum
CREATE TYPE "lot_state" AS ENUM ('drawn', 'passed', 'failed');

-- CreateEnum
CREATE TYPE "agreement_status" AS ENUM ('agreed', 'needs_arbitration');

-- CreateEnum
CREATE TYPE "import_state" AS ENUM ('uploading', 'checking', 'checked', 'importing', 'done', 'refused', 'failed');

-- CreateEnum
CREATE TYPE "study_state" AS ENUM ('draft', 'open', 'paused', 'closed', 'unsealed', 'published');

-- CreateEnum
CREATE TYPE "study_source" AS ENUM ('desk', 'imported');

-- CreateEnum
CREATE TYPE "method" AS ENUM ('absolute', 'pairwise');

-- CreateEnum
CREATE TYPE "presentation" AS ENUM ('sheet', 'single', 'pair');

-- CreateEnum
CREATE TYPE "agreement_rule" AS ENUM ('median', 'mean', 'trimmed', 'p910');

-- CreateEnum
CREATE TYPE "enrolment_state" AS ENUM ('invited', 'calibrating', 'active', 'paused', 'excluded', 'finished');

-- CreateEnum
CREATE TYPE "assignment_kind" AS ENUM ('live', 'extra', 'check', 'calibration', 'inspection');

-- CreateEnum
CREATE TYPE "assignment_status" AS ENUM ('leased', 'submitted', 'skipped', 'expired');

-- CreateEnum
CREATE TYPE "verdict" AS ENUM ('left', 'right', 'tie', 'both_bad');

-- CreateTable
CREATE TABLE "content" (
    "hash" BYTEA NOT NULL,
    "source" JSONB NOT NULL,
    "html" JSONB NOT NULL,

    CONSTRAINT "content_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "prompt_set" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "prompt_set_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "prompt" (
    "id" UUID NOT NULL,
    "prompt_set_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "turns" JSONB NOT NULL,
    "html" JSONB NOT NULL,
    "reference" TEXT,
    "marking_points" JSONB,
    "attachments" JSONB NOT NULL DEFAULT '[]',
    "abilities" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "language" TEXT NOT NULL,
    "skills" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "prompt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "model" (
    "id" UUID NOT NULL,
    "study_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "organization_id" UUID,
    "kind" "model_kind" NOT NULL DEFAULT 'model',
    "type" TEXT,
    "access" TEXT,
    "parameters_b" DOUBLE PRECISION,
    "architecture" TEXT,
    "license" TEXT,
    "precision" TEXT,
    "url" TEXT,
    "description" TEXT,
    "aliases" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "caveat" TEXT,

    CONSTRAINT "model_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "output" (
    "id" UUID NOT NULL,
    "study_id" UUID NOT NULL,
    "prompt_id" UUID NOT NULL,
    "model_id" UUID NOT NULL,
    "content_hash" BYTEA,

    CONSTRAINT "output_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "media" (
    "hash" BYTEA NOT NULL,
    "kind" "media_kind" NOT NULL,
    "mime_type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "seconds" DOUBLE PRECISION,

    CONSTRAINT "media_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "output_media" (
    "output_id" UUID NOT NULL,
    "position" SMALLINT NOT NULL,
    "media_hash" BYTEA NOT NULL,

    CONSTRAINT "output_media_pkey" PRIMARY KEY ("output_id","position")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "role" "role" NOT NULL,
    "simulated" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "disabled_at" TIMESTAMPTZ(3),
    "erased_at" TIMESTAMPTZ(3),

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "account_id" UUID NOT NULL,
    "login" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "password_hash" TEXT,
    "password_changed_at" TIMESTAMPTZ(3),
    "languages" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "skills" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "person_pkey" PRIMARY KEY ("account_id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "purpose" "invitation_purpose" NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "account_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organization" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organization_alias" (
    "alias" TEXT NOT NULL,
    "organization_id" UUID NOT NULL,

    CONSTRAINT "organization_alias_pkey" PRIMARY KEY ("alias")
);

-- CreateTable
CREATE TABLE "affiliation" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "since" DATE,
    "until" DATE,
    "declared_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "affiliation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "check" (
    "assignment_id" UUID NOT NULL,
    "kind" "check_kind" NOT NULL,
    "expected" JSONB NOT NULL,

    CONSTRAINT "check_pkey" PRIMARY KEY ("assignment_id")
);

-- CreateTable
CREATE TABLE "lot" (
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "rater_id" UUID NOT NULL,
    "state" "lot_state" NOT NULL DEFAULT 'drawn',
    "plan" JSONB NOT NULL,
    "seed" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "lot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inspection" (
    "id" UUID NOT NULL,
    "lot_id" UUID NOT NULL,
    "rating_id" UUID NOT NULL,
    "output_id" UUID NOT NULL,
    "assignment_id" UUID,
    "error" BOOLEAN,

    CONSTRAINT "inspection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "arbitration" (
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "output_id" UUID NOT NULL,
    "criterion_id" UUID NOT NULL,
    "cause" TEXT,
    "minutes" TEXT,
    "value" DOUBLE PRECISION,
    "by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "arbitration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreed_score" (
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "output_id" UUID NOT NULL,
    "criterion_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "status" "agreement_status" NOT NULL,
    "value" DOUBLE PRECISION,
    "rule" "agreement_rule" NOT NULL,
    "provenance" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "agreed_score_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "release" (
    "id" UUID NOT NULL,
    "study_id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "content_text" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "ratings_csv" TEXT NOT NULL,
    "ratings_sha256" TEXT NOT NULL,
    "ratings_rows" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "release_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_run" (
    "id" UUID NOT NULL,
    "by_id" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "state" "import_state" NOT NULL DEFAULT 'uploading',
    "slug" TEXT,
    "study_id" UUID,
    "preview" JSONB,
    "problems" JSONB NOT NULL DEFAULT '[]',
    "problem_count" INTEGER NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "upload_chunk" (
    "import_id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "upload_chunk_pkey" PRIMARY KEY ("import_id","path","number")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "sequence" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "subject_id" UUID,
    "study_id" UUID,
    "detail" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("sequence")
);

-- CreateTable
CREATE TABLE "audit_seal" (
    "number" SERIAL NOT NULL,
    "from_sequence" BIGINT NOT NULL,
    "to_sequence" BIGINT NOT NULL,
    "entries" INTEGER NOT NULL,
    "previous_hash" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_seal_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "audit_watermark" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "sequence" BIGINT NOT NULL,
    "horizon" BIGINT NOT NULL,

    CONSTRAINT "audit_watermark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "study" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "source" "study_source" NOT NULL DEFAULT 'desk',
    "state" "study_state" NOT NULL DEFAULT 'draft',
    "languages" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "prompt_set_id" UUID NOT NULL,
    "bundle_hash" BYTEA NOT NULL,
    "abilities" JSONB NOT NULL,
    "publication" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "current_round_id" UUID,
    "current_rubric_id" UUID,
    "current_protocol_id" UUID,

    CONSTRAINT "study_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rubric" (
    "id" UUID NOT NULL,
    "study_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "derived" JSONB NOT NULL DEFAULT '[]',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rubric_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "criterion" (
    "id" UUID NOT NULL,
    "rubric_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "position" SMALLINT NOT NULL,
    "name" JSONB NOT NULL,
    "question" JSONB,
    "minimum" DOUBLE PRECISION NOT NULL,
    "maximum" DOUBLE PRECISION NOT NULL,
    "step" DOUBLE PRECISION NOT NULL,
    "levels" JSONB NOT NULL,
    "weight" DOUBLE PRECISION NOT NULL DEFAULT 1,
    "in_total" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "criterion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "protocol" (
    "id" UUID NOT NULL,
    "study_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "method" "method" NOT NULL,
    "presentation" "presentation" NOT NULL,
    "sheet_size" SMALLINT NOT NULL,
    "ratings_per_task" SMALLINT NOT NULL,
    "lease_seconds" DOUBLE PRECISION NOT NULL,
    "tolerance" DOUBLE PRECISION,
    "rule" "agreement_rule" NOT NULL,
    "extra_ratings" SMALLINT NOT NULL,
    "aggregation" TEXT NOT NULL,
    "baseline" TEXT,
    "checks" JSONB NOT NULL,
    "spot_check" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "protocol_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "round" (
    "id" UUID NOT NULL,
    "study_id" UUID NOT NULL,
    "number" SMALLINT NOT NULL,
    "seed" INTEGER NOT NULL,
    "task_count" INTEGER NOT NULL DEFAULT 0,
    "opened_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "unsealed_at" TIMESTAMPTZ(3),

    CONSTRAINT "round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enrolment" (
    "study_id" UUID NOT NULL,
    "rater_id" UUID NOT NULL,
    "state" "enrolment_state" NOT NULL DEFAULT 'active',
    "pseudonym" TEXT NOT NULL,
    "cursor" BIGINT NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "hold" SMALLINT NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "enrolment_pkey" PRIMARY KEY ("study_id","rater_id")
);

-- CreateTable
CREATE TABLE "task" (
    "id" UUID NOT NULL,
    "study_id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "protocol_id" UUID NOT NULL,
    "prompt_id" UUID NOT NULL,
    "presentation" "presentation" NOT NULL,
    "language" TEXT NOT NULL,
    "skills" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "organization_ids" UUID[] DEFAULT ARRAY[]::UUID[],

    CONSTRAINT "task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task_output" (
    "task_id" UUID NOT NULL,
    "position" SMALLINT NOT NULL,
    "output_id" UUID NOT NULL,

    CONSTRAINT "task_output_pkey" PRIMARY KEY ("task_id","position")
);

-- CreateTable
CREATE TABLE "opening" (
    "round_id" UUID NOT NULL,
    "shuffle_key" BIGINT NOT NULL,
    "task_id" UUID NOT NULL,
    "kind" "assignment_kind" NOT NULL DEFAULT 'live',
    "slot" SMALLINT NOT NULL,
    "scope" UUID[] DEFAULT ARRAY[]::UUID[],
    "language" TEXT NOT NULL,
    "skills" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "organization_ids" UUID[] DEFAULT ARRAY[]::UUID[],

    CONSTRAINT "opening_pkey" PRIMARY KEY ("round_id","shuffle_key")
);

-- CreateTable
CREATE TABLE "assignment" (
    "id" UUID NOT NULL,
    "turn" BIGSERIAL NOT NULL,
    "study_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "rater_id" UUID NOT NULL,
    "rubric_id" UUID NOT NULL,
    "protocol_id" UUID NOT NULL,
    "kind" "assignment_kind" NOT NULL DEFAULT 'live',
    "slot" SMALLINT NOT NULL,
    "scope" UUID[] DEFAULT ARRAY[]::UUID[],
    "status" "assignment_status" NOT NULL DEFAULT 'leased',
    "label_order" SMALLINT[] DEFAULT ARRAY[]::SMALLINT[],
    "leased_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lease_until" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "skip_reason" TEXT,

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rating" (
    "id" UUID NOT NULL,
    "sequence" BIGSERIAL NOT NULL,
    "assignment_id" UUID NOT NULL,
    "revision" SMALLINT NOT NULL DEFAULT 1,
    "verdict" "verdict",
    "dwell_ms" INTEGER NOT NULL,
    "comments" JSONB NOT NULL DEFAULT '{}',
    "cannot_judge" JSONB NOT NULL DEFAULT '{}',
    "guess" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rating_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "score" (
    "rating_id" UUID NOT NULL,
    "output_id" UUID NOT NULL,
    "criterion_id" UUID NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "score_pkey" PRIMARY KEY ("rating_id","output_id","criterion_id")
);

-- CreateTable
CREATE TABLE "counting_decision" (
    "sequence" BIGSERIAL NOT NULL,
    "rating_id" UUID NOT NULL,
    "output_id" UUID,
    "criterion_id" UUID,
    "counts" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "counting_decision_pkey" PRIMARY KEY ("sequence")
);

-- CreateTable
CREATE TABLE "comment_redaction" (
    "rating_id" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "comment_redaction_pkey" PRIMARY KEY ("rating_id","label")
);

-- CreateTable
CREATE TABLE "idempotency" (
    "rater_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "body_hash" BYTEA NOT NULL,
    "rating_id" UUID,
    "next_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_pkey" PRIMARY KEY ("rater_id","key")
);

-- CreateIndex
CREATE UNIQUE INDEX "prompt_set_slug_version_key" ON "prompt_set"("slug", "version");

-- CreateIndex
CREATE UNIQUE INDEX "prompt_prompt_set_id_key_key" ON "prompt"("prompt_set_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "model_study_id_key_key" ON "model"("study_id", "key");

-- CreateIndex
CREATE INDEX "output_study_id_idx" ON "output"("study_id");

-- CreateIndex
CREATE INDEX "output_prompt_id_idx" ON "output"("prompt_id");

-- CreateIndex
CREATE UNIQUE INDEX "output_model_id_prompt_id_key" ON "output"("model_id", "prompt_id");

-- CreateIndex
CREATE UNIQUE INDEX "person_login_key" ON "person"("login");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE INDEX "session_account_id_idx" ON "session"("account_id");

-- CreateIndex
CREATE INDEX "organization_alias_organization_id_idx" ON "organization_alias"("organization_id");

-- CreateIndex
CREATE INDEX "affiliation_account_id_idx" ON "affiliation"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "inspection_lot_id_rating_id_output_id_key" ON "inspection"("lot_id", "rating_id", "output_id");

-- CreateIndex
CREATE INDEX "arbitration_round_id_idx" ON "arbitration"("round_id");

-- CreateIndex
CREATE INDEX "agreed_score_round_id_idx" ON "agreed_score"("round_id");

-- CreateIndex
CREATE UNIQUE INDEX "agreed_score_output_id_criterion_id_version_key" ON "agreed_score"("output_id", "criterion_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "release_study_id_number_key" ON "release"("study_id", "number");

-- CreateIndex
CREATE INDEX "audit_entry_study_id_sequence_idx" ON "audit_entry"("study_id", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "study_slug_key" ON "study"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "rubric_study_id_version_key" ON "rubric"("study_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "criterion_rubric_id_key_key" ON "criterion"("rubric_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "protocol_study_id_version_key" ON "protocol"("study_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "round_study_id_number_key" ON "round"("study_id", "number");

-- CreateIndex
CREATE INDEX "enrolment_rater_id_idx" ON "enrolment"("rater_id");

-- CreateIndex
CREATE UNIQUE INDEX "enrolment_study_id_pseudonym_key" ON "enrolment"("study_id", "pseudonym");

-- CreateIndex
CREATE INDEX "task_round_id_idx" ON "task"("round_id");

-- CreateIndex
CREATE INDEX "task_prompt_id_idx" ON "task"("prompt_id");

-- CreateIndex
CREATE INDEX "task_output_output_id_idx" ON "task_output"("output_id");

-- CreateIndex
CREATE UNIQUE INDEX "task_output_task_id_output_id_key" ON "task_output"("task_id", "output_id");

-- CreateIndex
CREATE INDEX "opening_task_id_idx" ON "opening"("task_id");

-- CreateIndex
CREATE UNIQUE INDEX "assignment_turn_key" ON "assignment"("turn");

-- CreateIndex
CREATE INDEX "assignment_task_id_rater_id_idx" ON "assignment"("task_id", "rater_id");

-- CreateIndex
CREATE INDEX "assignment_study_id_rater_id_ended_at_idx" ON "assignment"("study_id", "rater_id", "ended_at");

-- CreateIndex
CREATE UNIQUE INDEX "rating_sequence_key" ON "rating"("sequence");

-- CreateIndex
CREATE INDEX "rating_created_at_idx" ON "rating"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "rating_assignment_id_revision_key" ON "rating"("assignment_id", "revision");

-- CreateIndex
CREATE INDEX "counting_decision_rating_id_idx" ON "counting_decision"("rating_id");

-- AddForeignKey
ALTER TABLE "prompt" ADD CONSTRAINT "prompt_prompt_set_id_fkey" FOREIGN KEY ("prompt_set_id") REFERENCES "prompt_set"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "model" ADD CONSTRAINT "model_study_id_fkey" FOREIGN KEY ("study_id") REFERENCES "study"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "model" ADD CONSTRAINT "model_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "output" ADD CONSTRAINT "output_study_id_fkey" FOREIGN KEY ("study_id") REFERENCES "study"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "output" ADD CONSTRAINT "output_prompt_id_fkey" FOREIGN KEY ("prompt_id") REFERENCES "prompt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "output" ADD CONSTRAINT "output_model_id_fkey" FOREIGN KEY ("model_id") REFERENCES "model"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "output" ADD CONSTRAINT "output_content_hash_fkey" FOREIGN KEY ("content_hash") REFERENCES "content"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "output_media" ADD CONSTRAINT "output_media_output_id_fkey" FOREIGN KEY ("output_id") REFERENCES "output"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "output_media" ADD CONSTRAINT "output_media_media_hash_fkey" FOREIGN KEY ("media_hash") REFERENCES "media"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organization_alias" ADD CONSTRAINT "organization_alias_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "affiliation" ADD CONSTRAINT "affiliation_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "affiliation" ADD CONSTRAINT "affiliation_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check" ADD CONSTRAINT "check_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lot" ADD CONSTRAINT "lot_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inspection" ADD CONSTRAINT "inspection_lot_id_fkey" FOREIGN KEY ("lot_id") REFERENCES "lot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreed_score" ADD CONSTRAINT "agreed_score_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreed_score" ADD CONSTRAINT "agreed_score_output_id_fkey" FOREIGN KEY ("output_id") REFERENCES "output"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreed_score" ADD CONSTRAINT "agreed_score_criterion_id_fkey" FOREIGN KEY ("criterion_id") REFERENCES "criterion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "release" ADD CONSTRAINT "release_study_id_fkey" FOREIGN KEY ("study_id") REFERENCES "study"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "release" ADD CONSTRAINT "release_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "upload_chunk" ADD CONSTRAINT "upload_chunk_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "study" ADD CONSTRAINT "study_current_round_id_fkey" FOREIGN KEY ("current_round_id") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "study" ADD CONSTRAINT "study_current_rubric_id_fkey" FOREIGN KEY ("current_rubric_id") REFERENCES "rubric"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "study" ADD CONSTRAINT "study_current_protocol_id_fkey" FOREIGN KEY ("current_protocol_id") REFERENCES "protocol"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "study" ADD CONSTRAINT "study_prompt_set_id_fkey" FOREIGN KEY ("prompt_set_id") REFERENCES "prompt_set"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rubric" ADD CONSTRAINT "rubric_study_id_fkey" FOREIGN KEY ("study_id") REFERENCES "study"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "criterion" ADD CONSTRAINT "criterion_rubric_id_fkey" FOREIGN KEY ("rubric_id") REFERENCES "rubric"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "protocol" ADD CONSTRAINT "protocol_study_id_fkey" FOREIGN KEY ("study_id") REFERENCES "study"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round" ADD CONSTRAINT "round_study_id_fkey" FOREIGN KEY ("study_id") REFERENCES "study"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_study_id_fkey" FOREIGN KEY ("study_id") REFERENCES "study"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_rater_id_fkey" FOREIGN KEY ("rater_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_study_id_fkey" FOREIGN KEY ("study_id") REFERENCES "study"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_protocol_id_fkey" FOREIGN KEY ("protocol_id") REFERENCES "protocol"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_prompt_id_fkey" FOREIGN KEY ("prompt_id") REFERENCES "prompt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_output" ADD CONSTRAINT "task_output_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_output" ADD CONSTRAINT "task_output_output_id_fkey" FOREIGN KEY ("output_id") REFERENCES "output"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "opening" ADD CONSTRAINT "opening_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "opening" ADD CONSTRAINT "opening_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_study_id_fkey" FOREIGN KEY ("study_id") REFERENCES "study"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_rater_id_fkey" FOREIGN KEY ("rater_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_rubric_id_fkey" FOREIGN KEY ("rubric_id") REFERENCES "rubric"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_protocol_id_fkey" FOREIGN KEY ("protocol_id") REFERENCES "protocol"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rating" ADD CONSTRAINT "rating_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "score" ADD CONSTRAINT "score_rating_id_fkey" FOREIGN KEY ("rating_id") REFERENCES "rating"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "score" ADD CONSTRAINT "score_output_id_fkey" FOREIGN KEY ("output_id") REFERENCES "output"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "score" ADD CONSTRAINT "score_criterion_id_fkey" FOREIGN KEY ("criterion_id") REFERENCES "criterion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "counting_decision" ADD CONSTRAINT "counting_decision_rating_id_fkey" FOREIGN KEY ("rating_id") REFERENCES "rating"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_redaction" ADD CONSTRAINT "comment_redaction_rating_id_fkey" FOREIGN KEY ("rating_id") REFERENCES "rating"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


