-- AlterTable
ALTER TABLE "model_alias" ADD COLUMN     "mode" TEXT NOT NULL DEFAULT 'ordered';

-- AlterTable
ALTER TABLE "model_alias_entry" ADD COLUMN     "weight" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "provider" ADD COLUMN     "last_probe_state" TEXT,
ADD COLUMN     "max_concurrent" INTEGER,
ADD COLUMN     "requests_per_minute" INTEGER,
ADD COLUMN     "settings" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "tokens_per_minute" INTEGER;

-- AlterTable
ALTER TABLE "usage_record" ADD COLUMN     "first_token_ms" INTEGER,
ADD COLUMN     "price_id" UUID,
ADD COLUMN     "tokens_cached" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "provider_probe" (
    "id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "milliseconds" INTEGER NOT NULL,

    CONSTRAINT "provider_probe_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "model_price" (
    "id" UUID NOT NULL,
    "model_id" UUID NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "currency" TEXT NOT NULL,
    "input_per_million" DECIMAL(18,6) NOT NULL,
    "output_per_million" DECIMAL(18,6) NOT NULL,
    "cached_input_per_million" DECIMAL(18,6),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "model_price_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "provider_probe_provider_id_at_idx" ON "provider_probe"("provider_id", "at");

-- CreateIndex
CREATE INDEX "model_price_model_id_valid_from_idx" ON "model_price"("model_id", "valid_from");

-- CreateIndex
CREATE INDEX "usage_record_model_id_occurred_at_idx" ON "usage_record"("model_id", "occurred_at");

-- CreateIndex
CREATE INDEX "usage_record_run_id_idx" ON "usage_record"("run_id");

-- AddForeignKey
ALTER TABLE "provider_probe" ADD CONSTRAINT "provider_probe_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What earlier tests of a connection said, in the words of the three states.
UPDATE "provider" SET "last_probe_state" = CASE WHEN "last_probe_error" IS NULL THEN 'connected' ELSE 'failing' END
WHERE "last_probe_at" IS NOT NULL;

-- A price that holds or held is part of the past: usage points at it. One that has not begun may be taken back.
CREATE FUNCTION weft_keep_model_price() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND OLD.valid_from > CURRENT_TIMESTAMP THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'A price that has begun is never changed or removed' USING ERRCODE = 'insufficient_privilege';
END;
$$;
CREATE TRIGGER model_price_keeps BEFORE UPDATE OR DELETE ON "model_price"
  FOR EACH ROW EXECUTE FUNCTION weft_keep_model_price();
