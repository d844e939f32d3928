import "server-only";
import type { SecurityRequirement } from "#lib/catalog/operation.ts";
import { isAppError } from "#lib/errors.ts";
import { processEgress } from "#lib/http/egress-of-process.ts";
import { type KeptListing, readListing } from "#lib/publishing/server/source-listing.ts";
import type { SourceListing } from "#lib/publishing/sources/offered.ts";
import type { SignInType, SourceSignIn } from "#lib/publishing/sources/schema.ts";
import { storableText } from "#lib/storable.ts";
import type { SecretValues } from "#lib/tools/build-http-request.ts";
import { explainMcpFailure } from "#lib/tools/server/mcp-errors.ts";
import { withMcpSession } from "#lib/tools/server/mcp-session.ts";

/** Longest look at one source, in milliseconds, and largest text of it, in bytes. */
const limits = { timeLimitMs: 20_000, maxBytes: 5_000_000 };

export type NotRead = {
  readonly state: "needs-sign-in" | "failing";
  readonly message: string;
  readonly mend: string;
};
/** What was read of a source: its text as it is kept, and what that offers. */
export type SourceReading =
  | { readonly state: "connected"; readonly text: string; readonly listing: SourceListing }
  | NotRead;

function failing(message: string, mend: string): NotRead {
  return { state: "failing", message, mend };
}

const checkAddress = "Check the address, or paste the document instead.";

/** Reads a document from its address. Only the caller's own end of the request is thrown. */
export async function readDocumentAt(address: string, signal: AbortSignal): Promise<SourceReading> {
  try {
    const response = await processEgress().fetch(address, {
      headers: { accept: "application/json, application/yaml, text/yaml, */*;q=0.5" },
      signal,
      ...limits,
    });
    if (!response.ok) {
      await response.body?.cancel();
      const isRefused = response.status === 401 || response.status === 403;
      return failing(
        isRefused
          ? `The address wants a sign-in (status ${response.status}).`
          : `The address answered with status ${response.status} instead of the document.`,
        isRefused
          ? "Download the document in your browser, and paste it or choose its file here."
          : checkAddress,
      );
    }
    const text = storableText(await response.text());
    const source = { kind: "openapi", address: response.url || address, security: [] };
    return { state: "connected", text, listing: readListing({ ...source, address }, text) };
  } catch (error) {
    signal.throwIfAborted();
    if (!isAppError(error)) throw error;
    if (error.details?.reason === "size" || error.code === "too-large")
      return failing("The document is larger than 5 MB.", "Import a part of it.");
    return failing(error.message, error.mend ?? checkAddress);
  }
}

/** The credential that a way to sign in needs, and the value to keep. */
export function requirementOf(
  signIn: SourceSignIn,
  secretName: string,
): { readonly security: readonly SecurityRequirement[]; readonly value: string } {
  switch (signIn.type) {
    case "none":
      return { security: [], value: "" };
    case "bearer":
      // People copy the whole header.
      return {
        security: [{ scheme: "bearer", secretName }],
        value: signIn.value.replace(/^bearer\s+/i, ""),
      };
    case "header":
      return {
        security: [{ scheme: "apiKey", in: "header", name: signIn.name, secretName }],
        value: signIn.value,
      };
    case "basic":
      return { security: [{ scheme: "basic", secretName }], value: `${signIn.user}:${signIn.value}` };
  }
}

export function signInTypeOf(security: readonly SecurityRequirement[]): SignInType {
  const [first] = security;
  if (!first) return "none";
  return first.scheme === "apiKey" ? "header" : first.scheme;
}

/** Asks an MCP server what it lists. Only the caller's own end of the request is thrown. */
export async function readMcpServer(
  address: string,
  security: readonly SecurityRequirement[],
  secrets: SecretValues,
  signal: AbortSignal,
): Promise<SourceReading> {
  const context = { egress: processEgress(), secrets, signal, timeLimitMs: limits.timeLimitMs };
  let kept: KeptListing;
  try {
    kept = await withMcpSession({ serverUrl: address, security }, context, async (session) => ({
      server: session.server,
      instructions: session.instructions ?? "",
      tools: await session.listTools(),
    }));
  } catch (error) {
    signal.throwIfAborted();
    return notConnected(error, security.length > 0);
  }
  try {
    const text = JSON.stringify(kept);
    if (Buffer.byteLength(text) > limits.maxBytes)
      return failing("The server lists more than 5 MB of tools.", "Ask those who run it for a smaller one.");
    return { state: "connected", text, listing: readListing({ kind: "mcp", address, security }, text) };
  } catch (error) {
    // Only a listing that is nested thousands of levels deep comes here.
    if (!(error instanceof RangeError)) throw error;
    return failing("The server's list of tools is nested too deeply to be read.", "Tell those who run it.");
  }
}

function notConnected(error: unknown, hasSignIn: boolean): NotRead {
  const { error: why } = explainMcpFailure(error);
  const isSignIn = why.code === "credentials-refused" || why.code === "credentials-missing";
  if (!isSignIn) return failing(why.message, ownMend(why.mend));
  return hasSignIn
    ? {
        state: "needs-sign-in",
        message: "The server did not accept this sign-in.",
        mend: "Check the value, and how the server wants it.",
      }
    : {
        state: "needs-sign-in",
        message: "The server wants a sign-in.",
        mend: "Choose how to sign in, and enter what its administrators gave you.",
      };
}

/** Whoever connects a source is its owner, or is about to be. */
function ownMend(mend: string): string {
  return /owner of the tool/i.test(mend)
    ? "Check the address. If it is right, tell those who run the server."
    : mend;
}
