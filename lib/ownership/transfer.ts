import { z } from "zod";
import { personRefSchema } from "#lib/identity/schema.ts";

/** How long an offer waits for its answer. */
export const offerDays = 30;

export const transferStatuses = ["offered", "accepted", "declined", "withdrawn", "expired"] as const;
export type TransferStatus = (typeof transferStatuses)[number];

const reason = z
  .string()
  .trim()
  .min(10, "Say why in at least 10 characters; the receiver reads it.")
  .max(500, "A reason holds at most 500 characters.");
const note = z.string().trim().max(500, "A note holds at most 500 characters.");

/** To whom a tool is to go. */
export const receiverInputSchema = z.strictObject({
  teamId: z.uuid("Choose the team."),
  ownerId: z.uuid("Choose who is to own it."),
  deputyId: z.uuid().nullable().default(null),
});
export type ReceiverInput = z.infer<typeof receiverInputSchema>;

export const offerInputSchema = receiverInputSchema.extend({ reason });
export type OfferInput = z.infer<typeof offerInputSchema>;

export const offerAnswerSchema = z
  .strictObject({ answer: z.enum(["accept", "decline"]), note: note.default("") })
  .refine(({ answer, note: words }) => answer === "accept" || words.length >= 3, {
    path: ["note"],
    message: "Say in a few words why you decline.",
  });
export type OfferAnswer = z.infer<typeof offerAnswerSchema>;

export const withdrawalSchema = z.strictObject({ note: note.default("") });

export const deputyInputSchema = z.strictObject({
  /** Null leaves the tool without a deputy. */
  personId: z.uuid("Choose somebody of the team.").nullable(),
});

const teamNameSchema = z.object({ id: z.uuid(), name: z.string() });

export const transferSchema = z.object({
  id: z.uuid(),
  status: z.enum(transferStatuses),
  from: z.object({ team: teamNameSchema.nullable(), owner: personRefSchema.nullable() }),
  to: z.object({
    team: teamNameSchema.nullable(),
    owner: personRefSchema.nullable(),
    deputy: personRefSchema.nullable(),
  }),
  reason: z.string(),
  offeredBy: z.string(),
  offeredAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  answeredBy: z.string().nullable(),
  answeredAt: z.iso.datetime().nullable(),
  note: z.string(),
});
export type Transfer = z.infer<typeof transferSchema>;

/** An offer as its receiver is told of it. */
export const offerToMeSchema = z.object({
  id: z.uuid(),
  tool: z.object({ slug: z.string(), name: z.string() }),
  offeredBy: z.string(),
  expiresAt: z.iso.datetime(),
});
export type OfferToMe = z.infer<typeof offerToMeSchema>;

/** Somebody who could own a tool. */
export const receiverSchema = personRefSchema.extend({ jobTitle: z.string() });
export type Receiver = z.infer<typeof receiverSchema>;

const dayMs = 86_400_000;

export function offerExpiresAt(offeredAt: Date): Date {
  return new Date(offeredAt.getTime() + offerDays * dayMs);
}

export function isExpired(offeredAt: Date, at: Date): boolean {
  return at >= offerExpiresAt(offeredAt);
}

/** What a choice of receivers is judged by. */
export type Candidate = {
  readonly id: string;
  readonly name: string;
  readonly isActive: boolean;
  readonly teamId: string | null;
};

/** What stands against giving a tool to these people, with the field that is wrong; null when nothing does. */
export function receiverProblem(
  to: ReceiverInput,
  owner: Candidate | null,
  deputy: Candidate | null,
): { readonly path: keyof ReceiverInput; readonly message: string } | null {
  if (!owner) return { path: "ownerId", message: "This person was not found." };
  if (!owner.isActive)
    return { path: "ownerId", message: `${owner.name} is deactivated and can own nothing.` };
  if (owner.teamId !== to.teamId)
    return { path: "ownerId", message: `${owner.name} does not belong to the receiving team.` };
  return to.deputyId === null ? null : deputyProblem(to.teamId, to.ownerId, deputy);
}

/** The same for a deputy, who must be an active member of the owning team and not its owner. */
export function deputyProblem(
  teamId: string,
  ownerId: string | null,
  deputy: Candidate | null,
): { readonly path: "deputyId"; readonly message: string } | null {
  const wrong = (message: string) => ({ path: "deputyId" as const, message });
  if (!deputy) return wrong("This person was not found.");
  if (!deputy.isActive) return wrong(`${deputy.name} is deactivated and cannot be the deputy.`);
  if (deputy.teamId !== teamId) return wrong(`${deputy.name} does not belong to the owning team.`);
  if (deputy.id === ownerId) return wrong("Owner and deputy are two people.");
  return null;
}
