-- AlterTable
ALTER TABLE "search_record" ADD COLUMN     "opened_id" UUID,
ADD COLUMN     "refines_id" UUID;

-- AlterTable
ALTER TABLE "tool_review" ADD COLUMN     "checklist" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "note" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "reviewer_id" UUID,
ADD COLUMN     "version" TEXT;

-- CreateTable
CREATE TABLE "favourite" (
    "person_id" UUID NOT NULL,
    "tool_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "favourite_pkey" PRIMARY KEY ("person_id","tool_id")
);

-- CreateTable
CREATE TABLE "collection" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "domain_id" UUID,
    "made_by_id" UUID,
    "made_by" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "source" TEXT NOT NULL DEFAULT 'live',

    CONSTRAINT "collection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "collection_tool" (
    "collection_id" UUID NOT NULL,
    "tool_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "collection_tool_pkey" PRIMARY KEY ("collection_id","tool_id")
);

-- CreateTable
CREATE TABLE "saved_search" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "saved_search_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "saved_input" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "tool_id" UUID NOT NULL,
    "operation_name" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "input" JSON NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "saved_input_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "docs_feedback" (
    "id" UUID NOT NULL,
    "tool_id" UUID NOT NULL,
    "version" TEXT NOT NULL,
    "section" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "is_helpful" BOOLEAN NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "given_at" TIMESTAMPTZ(3) NOT NULL,
    "source" TEXT NOT NULL DEFAULT 'live',

    CONSTRAINT "docs_feedback_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "trust_settings" (
    "id" UUID NOT NULL,
    "settings" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "set_by_id" UUID,
    "set_by" TEXT NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,
    "source" TEXT NOT NULL DEFAULT 'live',

    CONSTRAINT "trust_settings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "trust_result" (
    "id" UUID NOT NULL,
    "tool_id" UUID NOT NULL,
    "settings_id" UUID,
    "computed_at" TIMESTAMPTZ(3) NOT NULL,
    "cause" TEXT NOT NULL,
    "is_nightly" BOOLEAN NOT NULL DEFAULT false,
    "score" DOUBLE PRECISION,
    "band" TEXT,
    "evidence_strength" DOUBLE PRECISION NOT NULL,
    "rating" JSONB NOT NULL,
    "source" TEXT NOT NULL DEFAULT 'live',

    CONSTRAINT "trust_result_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tool_rating" (
    "id" UUID NOT NULL,
    "tool_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "team_id" UUID,
    "major" INTEGER NOT NULL,
    "version" TEXT NOT NULL,
    "stars" INTEGER NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "rated_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "reply" TEXT,
    "replied_at" TIMESTAMPTZ(3),
    "replied_by_id" UUID,
    "source" TEXT NOT NULL DEFAULT 'live',

    CONSTRAINT "tool_rating_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "trust_dispute" (
    "id" UUID NOT NULL,
    "tool_id" UUID NOT NULL,
    "component" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "opened_by_id" UUID NOT NULL,
    "opened_by" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT,
    "settlement" TEXT,
    "settled_by_id" UUID,
    "settled_by" TEXT,
    "settled_at" TIMESTAMPTZ(3),
    "source" TEXT NOT NULL DEFAULT 'live',

    CONSTRAINT "trust_dispute_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "trust_exemption" (
    "id" UUID NOT NULL,
    "tool_id" UUID NOT NULL,
    "gate" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "granted_by_id" UUID NOT NULL,
    "granted_by" TEXT NOT NULL,
    "granted_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "source" TEXT NOT NULL DEFAULT 'live',

    CONSTRAINT "trust_exemption_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tool_probe" (
    "id" UUID NOT NULL,
    "tool_id" UUID NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT NOT NULL,
    "duration_ms" INTEGER NOT NULL,
    "error" TEXT,
    "source" TEXT NOT NULL DEFAULT 'live',

    CONSTRAINT "tool_probe_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "docs_verification" (
    "id" UUID NOT NULL,
    "tool_id" UUID NOT NULL,
    "version" TEXT NOT NULL,
    "verified_by_id" UUID NOT NULL,
    "verified_by" TEXT NOT NULL,
    "verified_at" TIMESTAMPTZ(3) NOT NULL,
    "source" TEXT NOT NULL DEFAULT 'live',

    CONSTRAINT "docs_verification_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "collection_slug_key" ON "collection"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "saved_search_person_id_name_key" ON "saved_search"("person_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "saved_input_person_id_tool_id_operation_name_name_key" ON "saved_input"("person_id", "tool_id", "operation_name", "name");

-- CreateIndex
CREATE UNIQUE INDEX "docs_feedback_tool_id_version_section_person_id_key" ON "docs_feedback"("tool_id", "version", "section", "person_id");

-- CreateIndex
CREATE INDEX "trust_result_tool_id_computed_at_idx" ON "trust_result"("tool_id", "computed_at");

-- CreateIndex
CREATE INDEX "tool_rating_tool_id_rated_at_idx" ON "tool_rating"("tool_id", "rated_at");

-- CreateIndex
CREATE UNIQUE INDEX "tool_rating_tool_id_person_id_major_key" ON "tool_rating"("tool_id", "person_id", "major");

-- CreateIndex
CREATE INDEX "trust_dispute_tool_id_idx" ON "trust_dispute"("tool_id");

-- CreateIndex
CREATE INDEX "trust_exemption_tool_id_idx" ON "trust_exemption"("tool_id");

-- CreateIndex
CREATE INDEX "tool_probe_tool_id_occurred_at_idx" ON "tool_probe"("tool_id", "occurred_at");

-- CreateIndex
CREATE INDEX "docs_verification_tool_id_verified_at_idx" ON "docs_verification"("tool_id", "verified_at");

-- AddForeignKey
ALTER TABLE "favourite" ADD CONSTRAINT "favourite_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "favourite" ADD CONSTRAINT "favourite_tool_id_fkey" FOREIGN KEY ("tool_id") REFERENCES "tool"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collection" ADD CONSTRAINT "collection_domain_id_fkey" FOREIGN KEY ("domain_id") REFERENCES "domain"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collection_tool" ADD CONSTRAINT "collection_tool_collection_id_fkey" FOREIGN KEY ("collection_id") REFERENCES "collection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collection_tool" ADD CONSTRAINT "collection_tool_tool_id_fkey" FOREIGN KEY ("tool_id") REFERENCES "tool"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_search" ADD CONSTRAINT "saved_search_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_input" ADD CONSTRAINT "saved_input_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_input" ADD CONSTRAINT "saved_input_tool_id_fkey" FOREIGN KEY ("tool_id") REFERENCES "tool"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "docs_feedback" ADD CONSTRAINT "docs_feedback_tool_id_fkey" FOREIGN KEY ("tool_id") REFERENCES "tool"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "docs_feedback" ADD CONSTRAINT "docs_feedback_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trust_result" ADD CONSTRAINT "trust_result_tool_id_fkey" FOREIGN KEY ("tool_id") REFERENCES "tool"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trust_result" ADD CONSTRAINT "trust_result_settings_id_fkey" FOREIGN KEY ("settings_id") REFERENCES "trust_settings"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tool_rating" ADD CONSTRAINT "tool_rating_tool_id_fkey" FOREIGN KEY ("tool_id") REFERENCES "tool"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tool_rating" ADD CONSTRAINT "tool_rating_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trust_dispute" ADD CONSTRAINT "trust_dispute_tool_id_fkey" FOREIGN KEY ("tool_id") REFERENCES "tool"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trust_exemption" ADD CONSTRAINT "trust_exemption_tool_id_fkey" FOREIGN KEY ("tool_id") REFERENCES "tool"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tool_probe" ADD CONSTRAINT "tool_probe_tool_id_fkey" FOREIGN KEY ("tool_id") REFERENCES "tool"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "docs_verification" ADD CONSTRAINT "docs_verification_tool_id_fkey" FOREIGN KEY ("tool_id") REFERENCES "tool"("id") ON DELETE CASCADE ON UPDATE CASCADE;
