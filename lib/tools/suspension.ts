import { z } from "zod";

/** `changed`: the other side describes it in another way; `removed`: it does not list it any more. */
export const suspensionReasons = ["changed", "removed"] as const;
export type SuspensionReason = (typeof suspensionReasons)[number];

/** How a suspension ended: by a release that took over what was found, because the reviewed definition came back, or with the operation. */
export const suspensionEnds = ["approved", "returned", "removed"] as const;
export type SuspensionEnd = (typeof suspensionEnds)[number];

/** What was found on the other side, as it writes it itself. */
export type FoundChange = {
  readonly reason: SuspensionReason;
  readonly before: unknown;
  /** Null when it was removed. */
  readonly after: unknown;
  readonly afterHash: string | null;
  /** At a call, or by the watch. */
  readonly foundBy: "call" | "watch";
};

export const suspensionSchema = z.object({
  id: z.uuid(),
  operationName: z.string(),
  reason: z.enum(suspensionReasons),
  before: z.unknown(),
  after: z.unknown(),
  afterHash: z.string().nullable(),
  foundBy: z.enum(["call", "watch"]),
  foundAt: z.iso.datetime(),
  source: z.string(),
});
/** A suspension that holds. */
export type Suspension = z.infer<typeof suspensionSchema>;

/** What the person is told whose call was not made. */
export function suspendedMessage(title: string, tool: string, ownerTeam: string | null) {
  return {
    message: `${title} of ${tool} is suspended: the server behind it changed what it says it does, and nobody has reviewed that yet. Nothing was sent.`,
    mend: `${ownerTeam ?? "Its owner"} was told and has to review the change. Other operations of the tool keep working.`,
  };
}
