-- Who knows whose a lot is, or what was said of an output, leaves it to somebody else; and a time that nobody measured is
-- no time, rather than none at all.

-- AlterTable
ALTER TABLE "lot" ADD COLUMN     "named_by_id" UUID;

-- AlterTable
ALTER TABLE "rating" ALTER COLUMN "dwell_ms" DROP NOT NULL;

-- CreateIndex
CREATE INDEX "inspection_output_id_idx" ON "inspection"("output_id");
