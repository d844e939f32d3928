/** Shape of the tools of the demo company, as their owners wrote them. */

import type { DomainSlug } from "#demo/company/organisation.ts";
import type { AgentStep, OperationAnnotations, StepInput } from "#lib/catalog/operation.ts";
import type { ToolWords } from "#lib/catalog/schema.ts";
import type { DataClass } from "#lib/data-class.ts";

export type ServiceSlug = "tickets" | "directory" | "expenses" | "prices";

/** What the owner adds to an operation that comes from a service. */
export type ImportedOperation = {
  /** How people ask for it; three to five. */
  readonly exampleRequests: readonly string[];
  readonly title?: string;
  readonly description?: string;
  /** Replaces the example of the service; a function is given the day of seeding. */
  readonly exampleInput?: unknown;
  readonly annotations?: Partial<OperationAnnotations>;
};

/** An operation that the tool itself defines. */
export type OwnOperation = {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly exampleRequests: readonly string[];
  readonly exampleInput: unknown;
};

export type ObjectSchema = {
  readonly type: "object";
  readonly properties: Readonly<Record<string, unknown>>;
  readonly required?: readonly string[];
  readonly additionalProperties: false;
};

export type ToolMaking =
  | {
      readonly kind: "http";
      readonly service: ServiceSlug;
      readonly operations: Readonly<Record<string, ImportedOperation>>;
    }
  | { readonly kind: "mcp"; readonly operations: Readonly<Record<string, ImportedOperation>> }
  | {
      readonly kind: "knowledge";
      /** Ids of sets of documents. */
      readonly sets: readonly string[];
      readonly operation: OwnOperation;
    }
  | {
      readonly kind: "prompt";
      readonly modelAlias: "fast" | "strong" | "private";
      readonly operation: OwnOperation & { readonly inputSchema: ObjectSchema };
      readonly instructions: string;
      readonly message: string;
      readonly maxOutputTokens: number;
    }
  | {
      readonly kind: "agent";
      readonly operation: OwnOperation & { readonly inputSchema: ObjectSchema };
      readonly steps: readonly AgentStep[];
      readonly output: Readonly<Record<string, StepInput>>;
    }
  | {
      readonly kind: "link";
      /** Path below the address of the demo services. */
      readonly path: string;
    };

export type PlannedVersion = {
  readonly version: string;
  readonly daysAgo: number;
  /** Id of the person who published it. */
  readonly by: string;
  readonly notes: string;
  /** What the words were before they became those of today. */
  readonly words?: Partial<ToolWords>;
  /** Operations that the version had, when they were fewer. */
  readonly operations?: readonly string[];
};

export type PlannedTool = {
  readonly slug: string;
  readonly domain: DomainSlug;
  readonly team: string;
  readonly owner: string;
  readonly deputy: string | null;
  /** Days since the owner last confirmed the entry. */
  readonly confirmedDaysAgo: number;
  readonly supportChannel: string;
  /** Sites that may show it in a frame. */
  readonly embedOrigins?: readonly string[];
  readonly dataClass: DataClass;
  readonly riskTier: "low" | "medium" | "high";
  readonly audience?: "team" | "domain" | "everyone";
  readonly lifecycle?: "published" | "deprecated";
  readonly successor?: string;
  readonly deprecatedDaysAgo?: number;
  readonly retiresInDays?: number;
  readonly slo: { readonly success: number; readonly p95Ms: number };
  /** Everything but the docs, which stand in `docs/<slug>.md`. */
  readonly words: Omit<ToolWords, "docs">;
  readonly making: ToolMaking;
  /** Oldest first; the last one is published now. */
  readonly versions: readonly [PlannedVersion, ...PlannedVersion[]];
};
