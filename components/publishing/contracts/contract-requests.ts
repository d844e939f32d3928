import { api } from "#lib/http/api-client.ts";
import {
  type AnswerSuspension,
  answeredSuspensionSchema,
  checkedContractsSchema,
} from "#lib/publishing/watch/schema.ts";

const pathOf = (slug: string) => `/api/owner/${encodeURIComponent(slug)}/contracts`;

/** Has the sources of a tool looked at now. */
export function checkContractsNow(slug: string) {
  return api(`${pathOf(slug)}/checks`, { method: "POST", response: checkedContractsSchema });
}

/** Decides on a suspended operation. */
export function decideSuspension(slug: string, operation: string, body: AnswerSuspension) {
  return api(`${pathOf(slug)}/suspensions/${encodeURIComponent(operation)}`, {
    method: "POST",
    body,
    response: answeredSuspensionSchema,
  });
}
