import type { ReceiverChoice, ReceiverErrors } from "#components/ownership/receiver-fields.tsx";
import { ApiError } from "#lib/http/api-error.ts";
import { type OfferInput, offerInputSchema } from "#lib/ownership/transfer.ts";

type Checked =
  | { readonly input: OfferInput; readonly errors: null }
  | { readonly input: null; readonly errors: ReceiverErrors };

const missing = { teamId: "Choose the team.", ownerId: "Choose who is to own it." } as const;

/** The choice as it can be sent, or what is missing, field by field. */
export function checkChoice(choice: ReceiverChoice): Checked {
  const checked = offerInputSchema.safeParse(choice);
  if (checked.success) return { input: checked.data, errors: null };
  const errors: Partial<Record<keyof ReceiverChoice, string>> = {};
  for (const { path, message } of checked.error.issues) {
    const field = path[0] as keyof ReceiverChoice;
    const empty = field === "teamId" || field === "ownerId" ? choice[field] === null : false;
    errors[field] ??= empty ? missing[field as keyof typeof missing] : message;
  }
  return { input: null, errors };
}

const fields = ["teamId", "ownerId", "deputyId", "reason"] as const;

/** What the server found wrong with single fields; empty when the failure is of another kind. */
export function fieldErrors(error: unknown): ReceiverErrors {
  if (!(error instanceof ApiError)) return {};
  return Object.fromEntries(
    error.fields.flatMap(({ path, message }) => {
      const field = fields.find((one) => path.endsWith(one));
      return field ? [[field, message]] : [];
    }),
  );
}
