import { z } from "zod";

/** Attempts allowed per address and per e-mail within the window; a successful one is not counted. */
export const attemptLimits = { attempts: 10, windowSeconds: 5 * 60 } as const;

/** Why somebody was not let in; the sign-in page has a sentence for each. */
export const signInRefusals = [
  "deactivated",
  "too-many-attempts",
  "not-verified",
  "no-email",
  "email-taken",
  "unknown-person",
  "wrong-issuer",
  "declined",
  "provider-unreachable",
  "provider-answer",
  "unavailable",
] as const;
export const signInRefusalSchema = z.enum(signInRefusals);
export type SignInRefusal = z.infer<typeof signInRefusalSchema>;

export type SignInResult =
  | { readonly ok: true; readonly sessionId: string }
  | { readonly ok: false; readonly refusal: SignInRefusal };

/** What the provider says of a person, after issuer, signature, nonce and times were checked. */
export const oidcClaimsSchema = z.object({
  iss: z.string().min(1),
  sub: z.string().min(1).max(255),
  email: z.string().optional(),
  email_verified: z.union([z.boolean(), z.enum(["true", "false"])]).optional(),
  name: z.string().optional(),
});
export type OidcClaims = z.infer<typeof oidcClaimsSchema>;

/** The setting `demo.sign-in-people`: who is offered on the sign-in page of a demo, in this order. */
export const demoSignInSetting = "demo.sign-in-people";
export const demoSignInPeopleSchema = z.array(
  z.object({ email: z.email(), job: z.string(), tryThis: z.array(z.string()) }),
);

export const demoPersonSchema = z.object({
  email: z.string(),
  name: z.string(),
  jobTitle: z.string(),
  teamName: z.string().nullable(),
  domainName: z.string().nullable(),
  job: z.string(),
  tryThis: z.array(z.string()),
});
export type DemoPerson = z.infer<typeof demoPersonSchema>;
