import { z } from "zod";
import { lifecycleSchema, namedSchema, toolKindSchema } from "#lib/catalog/schema.ts";
import { personRefSchema } from "#lib/identity/schema.ts";
import { confirmationStages } from "#lib/ownership/confirmation.ts";
import { transferSchema } from "#lib/ownership/transfer.ts";

const holderSchema = personRefSchema.extend({ isActive: z.boolean() }).nullable();

/** Who a tool is with, how long their word holds, and what is under way about it. */
export const handoverViewSchema = z.object({
  tool: z.object({
    id: z.uuid(),
    slug: z.string(),
    name: z.string(),
    purpose: z.string(),
    kind: toolKindSchema,
    lifecycle: lifecycleSchema,
    domain: namedSchema,
    team: namedSchema.nullable(),
  }),
  owner: holderSchema,
  deputy: holderSchema,
  isOrphan: z.boolean(),
  /** The lead of its domain, or the administrators where there is none. */
  seers: z.array(personRefSchema),
  confirmation: z.object({
    lastConfirmedAt: z.iso.datetime().nullable(),
    dueAt: z.iso.datetime(),
    stage: z.enum(confirmationStages),
  }),
  offer: transferSchema.nullable(),
  /** Empty for somebody who only received an offer. */
  history: z.array(transferSchema),
  may: z.object({
    edit: z.boolean(),
    offer: z.boolean(),
    assign: z.boolean(),
    answer: z.boolean(),
    withdraw: z.boolean(),
    nameDeputy: z.boolean(),
    stepDown: z.boolean(),
    confirm: z.boolean(),
  }),
});
export type HandoverView = z.infer<typeof handoverViewSchema>;
