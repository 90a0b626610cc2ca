-- A gold check is handed out with what its anchors say: reading all anchors of the study for it would take so much longer
-- than handing out work that a rater could measure it.

-- CreateIndex
CREATE INDEX "anchor_task_id_idx" ON "anchor"("task_id");
