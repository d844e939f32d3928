import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const argumentsSchema = z.record(z.string(), z.unknown());
const callSchema = z.strictObject({ operation: z.string(), arguments: argumentsSchema });

const common = { id: z.string(), language: z.enum(["en", "pt"]), text: z.string() };

/** A request with what is right: for a quote any of the passages, for a call this operation with these arguments. */
const measuredRequestSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    ...common,
    kind: z.literal("quote"),
    expect: z.strictObject({
      passages: z.array(z.strictObject({ document: z.string(), text: z.string() })),
      alternatives: z.array(callSchema).optional(),
    }),
  }),
  z.strictObject({
    ...common,
    kind: z.enum(["call", "follow-up"]),
    last: callSchema.extend({ request: z.string() }).optional(),
    expect: callSchema.extend({
      /** The form is shown with the arguments filled and these inputs missing. */
      form: z.boolean().optional(),
      missing: z.array(z.string()).optional(),
      alternatives: z.array(callSchema).optional(),
    }),
  }),
  z.strictObject({
    ...common,
    kind: z.literal("decline"),
    expect: z.strictObject({ reasons: z.array(z.string()) }),
  }),
  z.strictObject({ ...common, kind: z.literal("out-of-scope"), expect: z.strictObject({}) }),
]);
export type MeasuredRequest = z.infer<typeof measuredRequestSchema>;

const fileSchema = z.strictObject({
  now: z.string(),
  timeZone: z.string(),
  requests: z.array(measuredRequestSchema),
});

/** The written set: 40 requests to quote, 30 to call, 15 follow-ups, 20 to decline, 15 out of scope. */
export function readMeasuredRequests(name = "requests.en-pt.json") {
  return fileSchema.parse(JSON.parse(readFileSync(join(import.meta.dirname, name), "utf8")));
}
