import type { ToolTemplate } from "#lib/publishing/start-from/template.ts";
import { research, triage } from "#lib/publishing/start-from/templates/agent-templates.ts";
import { houseStyle, summary } from "#lib/publishing/start-from/templates/prompt-templates.ts";
import {
  lookup,
  mcpServer,
  policyAnswers,
  ticketApi,
} from "#lib/publishing/start-from/templates/source-templates.ts";

/** What a new tool can begin from, the simplest first. */
export const toolTemplates: readonly ToolTemplate[] = [
  houseStyle,
  summary,
  policyAnswers,
  lookup,
  ticketApi,
  mcpServer,
  triage,
  research,
];
