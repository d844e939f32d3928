import { AppError } from "#lib/errors.ts";

/** Why a request to the outside gave nothing; in `details.reason` of the error. */
export type EgressReason =
  | "address"
  | "protocol"
  | "redirect"
  | "not-found"
  | "unreachable"
  | "certificate"
  | "cut"
  | "unreadable"
  | "connect-time"
  | "time"
  | "size";

export function egressRefused(reason: EgressReason, message: string, mend: string): AppError {
  return new AppError("egress-refused", message, { mend, details: { reason } });
}

function failed(reason: EgressReason, message: string, mend: string, cause: unknown): AppError {
  return new AppError("upstream-failed", message, { mend, cause, details: { reason } });
}

export function timedOut(place: string, milliseconds: number, reason: "connect-time" | "time"): AppError {
  const what = reason === "connect-time" ? "did not accept a connection" : "did not answer";
  return new AppError("upstream-timeout", `${place} ${what} within ${milliseconds / 1000} seconds.`, {
    mend: "Try again in a moment. If it keeps happening, tell the people who run it.",
    details: { reason },
  });
}

export function tooLarge(place: string, limit: number): AppError {
  return new AppError("too-large", `The answer of ${place} is larger than the limit of ${limit} bytes.`, {
    mend: "Ask for less, for example a smaller page or a narrower filter.",
    details: { reason: "size" satisfies EgressReason },
  });
}

function codesOf(error: unknown): string[] {
  const codes: string[] = [];
  let current = error;
  for (let depth = 0; depth < 6 && current instanceof Error; depth += 1) {
    codes.push("code" in current && typeof current.code === "string" ? current.code : current.name);
    const nested = current instanceof AggregateError ? current.errors[0] : undefined;
    current = nested ?? current.cause;
  }
  return codes;
}

function appErrorIn(error: unknown): AppError | undefined {
  let current = error;
  for (let depth = 0; depth < 6 && current instanceof Error; depth += 1) {
    if (current instanceof AppError) return current;
    current = current.cause;
  }
  return undefined;
}

const certificateCodes = /^(CERT_|ERR_TLS_CERT|ERR_SSL|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|EPROTO)/;

/** Says what a failure of the network means to a person; an AppError inside comes out as it is. */
export function explainFailure(error: unknown, place: string, phase: "request" | "body"): AppError {
  const known = appErrorIn(error);
  if (known) return known;
  const codes = codesOf(error);
  if (codes.some((code) => code === "ENOTFOUND" || code === "EAI_AGAIN" || code === "EAI_NODATA")) {
    const mend = "Check the spelling of the address, or ask who runs it.";
    return failed("not-found", `No machine is known under the name in ${place}.`, mend, error);
  }
  if (codes.some((code) => certificateCodes.test(code))) {
    const mend = "Its administrators must install a valid certificate, or this address is not what it says.";
    return failed("certificate", `The certificate of ${place} could not be trusted.`, mend, error);
  }
  const mend = "Try again in a moment. If it keeps happening, tell the people who run it.";
  if (phase === "body") return failed("cut", `The answer of ${place} was cut off.`, mend, error);
  if (
    codes.some(
      (code) => code === "HTTPParserError" || code.startsWith("HPE_") || code === "UND_ERR_HEADERS_OVERFLOW",
    )
  ) {
    return failed("unreadable", `What answers at ${place} does not speak HTTP.`, mend, error);
  }
  return failed("unreachable", `Nothing answers at ${place}.`, mend, error);
}
