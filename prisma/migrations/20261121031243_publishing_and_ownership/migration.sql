-- AlterTable
ALTER TABLE "conversation" ADD COLUMN     "with_draft" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "domain" ADD COLUMN     "auto_approval" TEXT NOT NULL DEFAULT 'later';

-- AlterTable
ALTER TABLE "knowledge_source" ADD COLUMN     "created_by_id" UUID;

-- AlterTable
ALTER TABLE "tool" ADD COLUMN     "embed_origins" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "tool_draft" ADD COLUMN     "operations" JSON NOT NULL DEFAULT '[]',
ADD COLUMN     "settings" JSONB NOT NULL DEFAULT '{}',
ALTER COLUMN "base_version_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "tool_operation" ADD COLUMN     "contract" JSON;

-- AlterTable
ALTER TABLE "tool_version" ADD COLUMN     "settings" JSONB;

-- CreateTable
CREATE TABLE "tool_follow" (
    "tool_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "source" TEXT NOT NULL DEFAULT 'live',

    CONSTRAINT "tool_follow_pkey" PRIMARY KEY ("tool_id","person_id")
);

-- CreateTable
CREATE TABLE "access_key" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "scopes" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "access_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "tool_id" UUID,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "href" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "in_inbox" BOOLEAN NOT NULL DEFAULT true,
    "mail" TEXT NOT NULL DEFAULT 'none',
    "mailed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),
    "source" TEXT NOT NULL DEFAULT 'live',

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification_preference" (
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "inbox" BOOLEAN NOT NULL,
    "mail" BOOLEAN NOT NULL,

    CONSTRAINT "notification_preference_pkey" PRIMARY KEY ("person_id","kind")
);

-- CreateTable
CREATE TABLE "ownership_transfer" (
    "id" UUID NOT NULL,
    "tool_id" UUID NOT NULL,
    "open_for" UUID,
    "from_team_id" UUID NOT NULL,
    "from_owner_id" UUID,
    "to_team_id" UUID NOT NULL,
    "to_owner_id" UUID NOT NULL,
    "to_deputy_id" UUID,
    "reason" TEXT NOT NULL,
    "offered_by_id" UUID NOT NULL,
    "offered_at" TIMESTAMPTZ(3) NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'offered',
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ(3),
    "note" TEXT NOT NULL DEFAULT '',
    "source" TEXT NOT NULL DEFAULT 'live',

    CONSTRAINT "ownership_transfer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "release_request" (
    "id" UUID NOT NULL,
    "tool_id" UUID NOT NULL,
    "open_for" UUID,
    "base_version_id" UUID,
    "draft_revision" INTEGER NOT NULL,
    "version" TEXT NOT NULL,
    "notes" TEXT NOT NULL,
    "words" JSONB NOT NULL,
    "settings" JSONB NOT NULL,
    "operations" JSON NOT NULL,
    "checks" JSONB NOT NULL,
    "approvals" TEXT[],
    "status" TEXT NOT NULL DEFAULT 'in-review',
    "requested_by_id" UUID NOT NULL,
    "requested_by" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "source" TEXT NOT NULL DEFAULT 'live',

    CONSTRAINT "release_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "release_decision" (
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "capacity" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "decided_by_id" UUID NOT NULL,
    "decided_by" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "release_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tool_contract" (
    "id" UUID NOT NULL,
    "tool_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "address" TEXT,
    "document" TEXT,
    "security" JSONB NOT NULL DEFAULT '[]',
    "state" TEXT NOT NULL DEFAULT 'unchecked',
    "message" TEXT NOT NULL DEFAULT '',
    "checked_at" TIMESTAMPTZ(3),
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "tool_contract_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "operation_suspension" (
    "id" UUID NOT NULL,
    "tool_id" UUID NOT NULL,
    "operation_name" TEXT NOT NULL,
    "open_for" TEXT,
    "reason" TEXT NOT NULL,
    "before" JSON,
    "after" JSON,
    "after_hash" TEXT,
    "found_by" TEXT NOT NULL,
    "found_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_reason" TEXT,
    "ended_by_id" UUID,
    "source" TEXT NOT NULL DEFAULT 'live',

    CONSTRAINT "operation_suspension_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "tool_follow_person_id_idx" ON "tool_follow"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "access_key_hash_key" ON "access_key"("hash");

-- CreateIndex
CREATE INDEX "access_key_person_id_idx" ON "access_key"("person_id");

-- CreateIndex
CREATE INDEX "notification_person_id_created_at_idx" ON "notification"("person_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "notification_person_id_key_key" ON "notification"("person_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "ownership_transfer_open_for_key" ON "ownership_transfer"("open_for");

-- CreateIndex
CREATE INDEX "ownership_transfer_tool_id_idx" ON "ownership_transfer"("tool_id");

-- CreateIndex
CREATE INDEX "ownership_transfer_to_owner_id_idx" ON "ownership_transfer"("to_owner_id");

-- CreateIndex
CREATE UNIQUE INDEX "release_request_open_for_key" ON "release_request"("open_for");

-- CreateIndex
CREATE INDEX "release_request_tool_id_idx" ON "release_request"("tool_id");

-- CreateIndex
CREATE INDEX "release_request_status_idx" ON "release_request"("status");

-- CreateIndex
CREATE UNIQUE INDEX "release_decision_request_id_capacity_key" ON "release_decision"("request_id", "capacity");

-- CreateIndex
CREATE INDEX "tool_contract_tool_id_idx" ON "tool_contract"("tool_id");

-- CreateIndex
CREATE UNIQUE INDEX "operation_suspension_open_for_key" ON "operation_suspension"("open_for");

-- CreateIndex
CREATE INDEX "operation_suspension_tool_id_idx" ON "operation_suspension"("tool_id");

-- AddForeignKey
ALTER TABLE "tool_follow" ADD CONSTRAINT "tool_follow_tool_id_fkey" FOREIGN KEY ("tool_id") REFERENCES "tool"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tool_follow" ADD CONSTRAINT "tool_follow_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_key" ADD CONSTRAINT "access_key_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification_preference" ADD CONSTRAINT "notification_preference_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ownership_transfer" ADD CONSTRAINT "ownership_transfer_tool_id_fkey" FOREIGN KEY ("tool_id") REFERENCES "tool"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "release_request" ADD CONSTRAINT "release_request_tool_id_fkey" FOREIGN KEY ("tool_id") REFERENCES "tool"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "release_decision" ADD CONSTRAINT "release_decision_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "release_request"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tool_contract" ADD CONSTRAINT "tool_contract_tool_id_fkey" FOREIGN KEY ("tool_id") REFERENCES "tool"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "operation_suspension" ADD CONSTRAINT "operation_suspension_tool_id_fkey" FOREIGN KEY ("tool_id") REFERENCES "tool"("id") ON DELETE CASCADE ON UPDATE CASCADE;
