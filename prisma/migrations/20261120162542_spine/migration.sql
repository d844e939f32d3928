-- CreateTable
CREATE TABLE "audit_event" (
    "id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "schema_version" INTEGER NOT NULL DEFAULT 1,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "target_kind" TEXT,
    "target_id" TEXT,
    "target_name" TEXT,
    "domain_id" UUID,
    "outcome" TEXT NOT NULL,
    "reason" TEXT,
    "rule_ids" TEXT[],
    "policy_hash" TEXT,
    "request_id" TEXT,
    "conversation_id" UUID,
    "run_id" UUID,
    "call_id" UUID,
    "source_ip" TEXT,
    "source_client" TEXT,
    "source" TEXT NOT NULL DEFAULT 'live',
    "changes" JSONB,
    "details" JSONB,
    "canonical" BYTEA NOT NULL,
    "leaf_hash" BYTEA NOT NULL,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
) PARTITION BY RANGE ("id");
CREATE TABLE "audit_event_default" PARTITION OF "audit_event" DEFAULT;

-- CreateTable
CREATE TABLE "tool" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "domain_id" UUID NOT NULL,
    "audience" TEXT NOT NULL DEFAULT 'everyone',
    "lifecycle" TEXT NOT NULL DEFAULT 'published',
    "risk_tier" TEXT NOT NULL DEFAULT 'low',
    "data_class" TEXT NOT NULL DEFAULT 'internal',
    "model_alias" TEXT,
    "needs_model" BOOLEAN NOT NULL DEFAULT false,
    "support_channel" TEXT NOT NULL DEFAULT '',
    "link_url" TEXT,
    "current_version_id" UUID,
    "successor_id" UUID,
    "deprecated_at" TIMESTAMPTZ(3),
    "retires_at" TIMESTAMPTZ(3),
    "blocked_at" TIMESTAMPTZ(3),
    "blocked_reason" TEXT,
    "blocked_by_id" UUID,
    "slo_success" DOUBLE PRECISION,
    "slo_p95_ms" INTEGER,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tool_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tool_version" (
    "id" UUID NOT NULL,
    "tool_id" UUID NOT NULL,
    "version" TEXT NOT NULL,
    "words" JSONB NOT NULL,
    "release_notes" TEXT NOT NULL DEFAULT '',
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "published_by_id" UUID,
    "published_by" TEXT NOT NULL DEFAULT '',
    "source" TEXT NOT NULL DEFAULT 'live',

    CONSTRAINT "tool_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tool_operation" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "input_schema" JSONB NOT NULL,
    "output_schema" JSONB,
    "annotations" JSONB NOT NULL,
    "binding" JSONB NOT NULL,
    "example_input" JSONB,
    "example_requests" TEXT[],

    CONSTRAINT "tool_operation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tool_incident" (
    "id" UUID NOT NULL,
    "tool_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "public_note" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "failed_calls" INTEGER NOT NULL DEFAULT 0,
    "source" TEXT NOT NULL DEFAULT 'live',

    CONSTRAINT "tool_incident_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tool_review" (
    "id" UUID NOT NULL,
    "tool_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "reviewer" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "reviewed_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "source" TEXT NOT NULL DEFAULT 'live',

    CONSTRAINT "tool_review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "search_record" (
    "id" UUID NOT NULL,
    "query" TEXT NOT NULL,
    "normalized" TEXT NOT NULL,
    "person_id" UUID,
    "results" INTEGER NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "source" TEXT NOT NULL DEFAULT 'live',

    CONSTRAINT "search_record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conversation" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "tool_id" UUID,
    "model_alias" TEXT,
    "data_class" TEXT NOT NULL DEFAULT 'internal',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),
    "source" TEXT NOT NULL DEFAULT 'live',

    CONSTRAINT "conversation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message" (
    "id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "parent_id" UUID,
    "role" TEXT NOT NULL,
    "parts" JSONB NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'complete',
    "run_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "source" TEXT NOT NULL DEFAULT 'live',

    CONSTRAINT "message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "domain" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "lead_id" UUID,

    CONSTRAINT "domain_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "team" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "domain_id" UUID NOT NULL,

    CONSTRAINT "team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "job_title" TEXT NOT NULL DEFAULT '',
    "office" TEXT NOT NULL DEFAULT '',
    "language" TEXT NOT NULL DEFAULT 'en',
    "team_id" UUID,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "deactivated_at" TIMESTAMPTZ(3),
    "oidc_issuer" TEXT,
    "oidc_subject" TEXT,
    "preferences" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "source" TEXT NOT NULL DEFAULT 'live',

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_assignment" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "domain_id" UUID,
    "granted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "role_assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_reason" TEXT,
    "ip" TEXT,
    "user_agent" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_attempt" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_in_attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "knowledge_source" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "domain_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "data_class" TEXT NOT NULL DEFAULT 'internal',

    CONSTRAINT "knowledge_source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document" (
    "id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'en',
    "version" TEXT NOT NULL DEFAULT '',
    "content" TEXT NOT NULL,
    "verified_by_id" UUID,
    "verified_by" TEXT,
    "verified_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "provider" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "base_url" TEXT,
    "region" TEXT NOT NULL DEFAULT '',
    "data_class_ceiling" TEXT NOT NULL DEFAULT 'internal',
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "last_probe_at" TIMESTAMPTZ(3),
    "last_probe_error" TEXT,
    "last_probe_ms" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "provider_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "model" (
    "id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "capabilities" JSONB NOT NULL DEFAULT '{}',
    "context_length" INTEGER,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "model_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "model_alias" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "model_alias_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "model_alias_entry" (
    "id" UUID NOT NULL,
    "alias_id" UUID NOT NULL,
    "model_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "model_alias_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ownership" (
    "tool_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "owner_id" UUID,
    "deputy_id" UUID,
    "confirmed_at" TIMESTAMPTZ(3),
    "confirmed_by_id" UUID,

    CONSTRAINT "ownership_pkey" PRIMARY KEY ("tool_id")
);

-- CreateTable
CREATE TABLE "tool_question" (
    "id" UUID NOT NULL,
    "tool_id" UUID NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT,
    "answered_at" TIMESTAMPTZ(3),
    "answered_by_id" UUID,
    "source" TEXT NOT NULL DEFAULT 'live',

    CONSTRAINT "tool_question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "policy_rule" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "effect" TEXT NOT NULL,
    "actions" TEXT[],
    "subject_kind" TEXT NOT NULL,
    "subject_ids" TEXT[],
    "resource_kind" TEXT NOT NULL,
    "resource_id" TEXT,
    "owner_id" UUID,
    "contact" TEXT NOT NULL DEFAULT '',
    "review_at" TIMESTAMPTZ(3),
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "policy_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tool_draft" (
    "tool_id" UUID NOT NULL,
    "base_version_id" UUID NOT NULL,
    "words" JSONB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "updated_by_id" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tool_draft_pkey" PRIMARY KEY ("tool_id")
);

-- CreateTable
CREATE TABLE "run" (
    "id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "message_id" UUID NOT NULL,
    "user_message_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "session_id" UUID,
    "status" TEXT NOT NULL,
    "channel" TEXT NOT NULL DEFAULT 'chat',
    "model_name" TEXT,
    "decision" JSONB,
    "error" JSONB,
    "parts" JSONB NOT NULL DEFAULT '[]',
    "state" JSONB,
    "request_id" TEXT,
    "last_sequence" INTEGER NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),
    "heartbeat_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "stop_requested_at" TIMESTAMPTZ(3),
    "source" TEXT NOT NULL DEFAULT 'live',

    CONSTRAINT "run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "run_event" (
    "id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "run_event_pkey" PRIMARY KEY ("id")
) PARTITION BY RANGE ("id");
CREATE TABLE "run_event_default" PARTITION OF "run_event" DEFAULT;

-- CreateTable
CREATE TABLE "approval" (
    "id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "schema_hash" TEXT NOT NULL,
    "arguments_hash" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'pending',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "approval_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "secret" (
    "id" UUID NOT NULL,
    "scope" TEXT NOT NULL,
    "scope_id" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "sealed" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "secret_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "usage_record" (
    "id" UUID NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "person_id" UUID,
    "team_id" UUID,
    "domain_id" UUID,
    "tool_id" UUID,
    "version_id" UUID,
    "operation_name" TEXT,
    "model_id" UUID,
    "outcome" TEXT NOT NULL,
    "error_code" TEXT,
    "error_message" TEXT,
    "duration_ms" INTEGER NOT NULL,
    "tokens_in" INTEGER NOT NULL DEFAULT 0,
    "tokens_out" INTEGER NOT NULL DEFAULT 0,
    "request_id" TEXT,
    "conversation_id" UUID,
    "run_id" UUID,
    "call_id" UUID,
    "source" TEXT NOT NULL DEFAULT 'live',

    CONSTRAINT "usage_record_pkey" PRIMARY KEY ("id")
) PARTITION BY RANGE ("id");
CREATE TABLE "usage_record_default" PARTITION OF "usage_record" DEFAULT;

-- CreateTable
CREATE TABLE "tool_call" (
    "id" UUID NOT NULL,
    "run_id" UUID,
    "conversation_id" UUID,
    "person_id" UUID NOT NULL,
    "tool_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "operation_name" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "arguments" JSONB NOT NULL,
    "schema_hash" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "result" JSONB,
    "error" JSONB,
    "duration_ms" INTEGER,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "request_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),
    "source" TEXT NOT NULL DEFAULT 'live',

    CONSTRAINT "tool_call_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "audit_event_actor_id_id_idx" ON "audit_event"("actor_id", "id");

-- CreateIndex
CREATE INDEX "audit_event_target_id_id_idx" ON "audit_event"("target_id", "id");

-- CreateIndex
CREATE INDEX "audit_event_type_id_idx" ON "audit_event"("type", "id");

-- CreateIndex
CREATE INDEX "audit_event_outcome_id_idx" ON "audit_event"("outcome", "id");

-- CreateIndex
CREATE INDEX "audit_event_run_id_id_idx" ON "audit_event"("run_id", "id");

-- CreateIndex
CREATE INDEX "audit_event_occurred_at_idx" ON "audit_event"("occurred_at");

-- CreateIndex
CREATE UNIQUE INDEX "tool_slug_key" ON "tool"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "tool_current_version_id_key" ON "tool"("current_version_id");

-- CreateIndex
CREATE INDEX "tool_domain_id_idx" ON "tool"("domain_id");

-- CreateIndex
CREATE UNIQUE INDEX "tool_version_tool_id_version_key" ON "tool_version"("tool_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "tool_operation_version_id_name_key" ON "tool_operation"("version_id", "name");

-- CreateIndex
CREATE INDEX "tool_incident_tool_id_idx" ON "tool_incident"("tool_id");

-- CreateIndex
CREATE INDEX "tool_review_tool_id_idx" ON "tool_review"("tool_id");

-- CreateIndex
CREATE INDEX "search_record_results_occurred_at_idx" ON "search_record"("results", "occurred_at");

-- CreateIndex
CREATE INDEX "conversation_person_id_updated_at_idx" ON "conversation"("person_id", "updated_at");

-- CreateIndex
CREATE INDEX "message_conversation_id_created_at_idx" ON "message"("conversation_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "domain_slug_key" ON "domain"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "team_slug_key" ON "team"("slug");

-- CreateIndex
CREATE INDEX "team_domain_id_idx" ON "team"("domain_id");

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE INDEX "person_team_id_idx" ON "person"("team_id");

-- CreateIndex
CREATE UNIQUE INDEX "person_oidc_issuer_oidc_subject_key" ON "person"("oidc_issuer", "oidc_subject");

-- CreateIndex
CREATE INDEX "role_assignment_person_id_idx" ON "role_assignment"("person_id");

-- CreateIndex
CREATE INDEX "session_person_id_idx" ON "session"("person_id");

-- CreateIndex
CREATE INDEX "sign_in_attempt_key_occurred_at_idx" ON "sign_in_attempt"("key", "occurred_at");

-- CreateIndex
CREATE UNIQUE INDEX "knowledge_source_slug_key" ON "knowledge_source"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "document_source_id_slug_key" ON "document"("source_id", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "provider_slug_key" ON "provider"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "model_provider_id_name_key" ON "model"("provider_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "model_alias_name_key" ON "model_alias"("name");

-- CreateIndex
CREATE UNIQUE INDEX "model_alias_entry_alias_id_model_id_key" ON "model_alias_entry"("alias_id", "model_id");

-- CreateIndex
CREATE INDEX "ownership_team_id_idx" ON "ownership"("team_id");

-- CreateIndex
CREATE INDEX "ownership_owner_id_idx" ON "ownership"("owner_id");

-- CreateIndex
CREATE INDEX "ownership_deputy_id_idx" ON "ownership"("deputy_id");

-- CreateIndex
CREATE INDEX "tool_question_tool_id_idx" ON "tool_question"("tool_id");

-- CreateIndex
CREATE INDEX "policy_rule_resource_kind_resource_id_idx" ON "policy_rule"("resource_kind", "resource_id");

-- CreateIndex
CREATE INDEX "run_conversation_id_idx" ON "run"("conversation_id");

-- CreateIndex
CREATE INDEX "run_status_heartbeat_at_idx" ON "run"("status", "heartbeat_at");

-- CreateIndex
CREATE INDEX "run_event_run_id_sequence_idx" ON "run_event"("run_id", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "approval_call_id_key" ON "approval"("call_id");

-- CreateIndex
CREATE INDEX "approval_person_id_state_idx" ON "approval"("person_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "secret_scope_scope_id_field_key" ON "secret"("scope", "scope_id", "field");

-- CreateIndex
CREATE INDEX "usage_record_tool_id_occurred_at_idx" ON "usage_record"("tool_id", "occurred_at");

-- CreateIndex
CREATE INDEX "usage_record_person_id_occurred_at_idx" ON "usage_record"("person_id", "occurred_at");

-- CreateIndex
CREATE INDEX "tool_call_person_id_created_at_idx" ON "tool_call"("person_id", "created_at");

-- CreateIndex
CREATE INDEX "tool_call_tool_id_created_at_idx" ON "tool_call"("tool_id", "created_at");

-- CreateIndex
CREATE INDEX "tool_call_run_id_idx" ON "tool_call"("run_id");

-- AddForeignKey
ALTER TABLE "tool" ADD CONSTRAINT "tool_domain_id_fkey" FOREIGN KEY ("domain_id") REFERENCES "domain"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tool" ADD CONSTRAINT "tool_successor_id_fkey" FOREIGN KEY ("successor_id") REFERENCES "tool"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tool" ADD CONSTRAINT "tool_current_version_id_fkey" FOREIGN KEY ("current_version_id") REFERENCES "tool_version"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tool_version" ADD CONSTRAINT "tool_version_tool_id_fkey" FOREIGN KEY ("tool_id") REFERENCES "tool"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tool_operation" ADD CONSTRAINT "tool_operation_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "tool_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tool_incident" ADD CONSTRAINT "tool_incident_tool_id_fkey" FOREIGN KEY ("tool_id") REFERENCES "tool"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tool_review" ADD CONSTRAINT "tool_review_tool_id_fkey" FOREIGN KEY ("tool_id") REFERENCES "tool"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "domain" ADD CONSTRAINT "domain_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team" ADD CONSTRAINT "team_domain_id_fkey" FOREIGN KEY ("domain_id") REFERENCES "domain"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "knowledge_source" ADD CONSTRAINT "knowledge_source_domain_id_fkey" FOREIGN KEY ("domain_id") REFERENCES "domain"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "knowledge_source" ADD CONSTRAINT "knowledge_source_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "knowledge_source"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "model" ADD CONSTRAINT "model_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "model_alias_entry" ADD CONSTRAINT "model_alias_entry_alias_id_fkey" FOREIGN KEY ("alias_id") REFERENCES "model_alias"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "model_alias_entry" ADD CONSTRAINT "model_alias_entry_model_id_fkey" FOREIGN KEY ("model_id") REFERENCES "model"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ownership" ADD CONSTRAINT "ownership_tool_id_fkey" FOREIGN KEY ("tool_id") REFERENCES "tool"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ownership" ADD CONSTRAINT "ownership_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ownership" ADD CONSTRAINT "ownership_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ownership" ADD CONSTRAINT "ownership_deputy_id_fkey" FOREIGN KEY ("deputy_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tool_question" ADD CONSTRAINT "tool_question_tool_id_fkey" FOREIGN KEY ("tool_id") REFERENCES "tool"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tool_question" ADD CONSTRAINT "tool_question_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tool_draft" ADD CONSTRAINT "tool_draft_tool_id_fkey" FOREIGN KEY ("tool_id") REFERENCES "tool"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approval" ADD CONSTRAINT "approval_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "tool_call"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tool_call" ADD CONSTRAINT "tool_call_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE SET NULL ON UPDATE CASCADE;
