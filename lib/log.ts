import { pino } from "pino";
import { env } from "#lib/env.ts";
import { plainError } from "#lib/log-error.ts";
import { requestContext } from "#lib/request-context.ts";

/** JSON logs with the request id of the moment. Never pass secrets, prompt text or answers in. */
export const log = pino({
  level: env().logLevel,
  base: { service: "weft" },
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: {
    paths: [
      "authorization",
      "cookie",
      "*.authorization",
      "*.cookie",
      "password",
      "*.password",
      "apiKey",
      "*.apiKey",
      "secret",
      "*.secret",
    ],
    censor: "[redacted]",
  },
  serializers: { err: (error: unknown) => plainError(error) },
  mixin: () => {
    const context = requestContext();
    return context ? { requestId: context.requestId } : {};
  },
});
