import { z } from "zod";

/** What an installation has and lacks; see the page `/setup`. */
export const installationSchema = z.object({
  isDemo: z.boolean(),
  isEmbedded: z.boolean(),
  /** Address of the identity provider, or null. */
  oidcIssuer: z.string().nullable(),
  publicUrl: z.string().nullable(),
  firstAdmin: z.string().nullable(),
  administrators: z.number().int(),
  people: z.number().int(),
  tools: z.number().int(),
});
export type Installation = z.infer<typeof installationSchema>;

/** `later` is not needed to go on; the page says what changes when it is there. */
export type SetupState = "done" | "missing" | "later";
export const setupSteps = ["sign-in", "address", "administrator", "model", "tools"] as const;
export type SetupStep = (typeof setupSteps)[number];

/** The state of every step. A demo needs no identity provider, and without a model the offline assistant answers. */
export function setupStates(facts: Installation, hasModel: boolean): Readonly<Record<SetupStep, SetupState>> {
  const needed = (isThere: boolean): SetupState => (isThere ? "done" : "missing");
  const orLater = (isThere: boolean): SetupState => (isThere ? "done" : "later");
  return {
    "sign-in": facts.isDemo ? orLater(facts.oidcIssuer !== null) : needed(facts.oidcIssuer !== null),
    address: facts.isDemo ? orLater(facts.publicUrl !== null) : needed(facts.publicUrl !== null),
    administrator: needed(facts.administrators > 0),
    model: orLater(hasModel),
    tools: needed(facts.tools > 0),
  };
}
