import { type FailedCall, failedCall } from "#lib/tools/explain-error.ts";
import { isJsonObject } from "#lib/tools/json-object.ts";

const tellOwner = "Tell the owner of the tool.";

/** The sentence that an error body holds, in any of the usual places; one line, at most 300 characters. */
export function sentenceOf(body: string): string {
  let found: unknown = body;
  try {
    found = JSON.parse(body);
  } catch {
    if (body.trimStart().startsWith("<")) return "";
  }
  for (let depth = 0; depth < 4 && typeof found !== "string"; depth += 1) {
    if (Array.isArray(found)) found = found[0];
    else if (isJsonObject(found)) {
      found =
        found.detail ??
        found.message ??
        found.error_description ??
        found.error ??
        found.errors ??
        found.title;
    } else break;
  }
  if (typeof found !== "string") return "";
  const line = found.replace(/[\p{C}\s]+/gu, " ").trim();
  return line.length > 300 ? `${line.slice(0, 299)}…` : line;
}

/** What an HTTP status other than success means to the person who called the tool. */
export function explainStatus(status: number, body: string, retryAfter: string | null): FailedCall {
  const said = sentenceOf(body);
  const quoted = said ? ` It says: ${said}` : "";
  const fail = (code: Parameters<typeof failedCall>[0], message: string, mend: string) =>
    failedCall(code, `${message} (status ${status}).${quoted}`, mend, { status });
  if (status === 401 || status === 403) {
    const mend = "The owner of the tool must check the stored credential and what it is allowed to do.";
    const what = "The tool did not let the call in: its credential is missing or not accepted";
    return fail("credentials-refused", what, mend);
  }
  if (status === 404 || status === 410) {
    return fail("not-found", "The tool knows nothing under these values", "Check the values and try again.");
  }
  if (status === 429) {
    const seconds = /^\d{1,5}$/.test(retryAfter ?? "") ? `${retryAfter} seconds` : "a minute";
    return fail("rate-limited", "The tool takes no more calls at the moment", `Try again in ${seconds}.`);
  }
  if (status === 408 || status === 504) {
    return fail("tool-timeout", "The tool did not answer in time", "Try again in a moment.");
  }
  if (status === 405 || status === 406 || status === 415 || status === 501) {
    return fail("tool-failed", "The tool does not work as it was described", tellOwner);
  }
  if (status >= 400 && status < 500) {
    return fail("rejected-by-tool", "The tool did not accept the input", "Change the input and try again.");
  }
  if (status >= 500) return fail("tool-failed", "The tool failed", `Try again in a moment. ${tellOwner}`);
  return fail("tool-failed", "The tool gave an answer that is no result", tellOwner);
}
