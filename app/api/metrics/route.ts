import { env } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";
import { hasBearerToken } from "#lib/http/bearer-token.ts";
import { hasPermission } from "#lib/identity/schema.ts";
import { metricsText } from "#lib/telemetry/server/metrics.ts";
import { defineRoute } from "../define-route.ts";

export const GET = defineRoute({
  method: "GET",
  path: "/api/metrics",
  summary: "Metrics for Prometheus: with the token WEFT_METRICS_TOKEN, or for an administrator",
  permission: "public",
  response: { mediaType: "text/plain" },
  handler: async ({ viewer, request }) => {
    const isAdministrator = viewer !== null && hasPermission(viewer, "admin:read");
    if (!isAdministrator && !hasBearerToken(request.headers, env().metricsToken)) {
      throw new AppError(
        viewer ? "forbidden" : "sign-in-required",
        "Metrics need a token, or an administrator.",
        {
          mend: "Send Authorization: Bearer with the value of WEFT_METRICS_TOKEN.",
        },
      );
    }
    const { contentType, text } = await metricsText();
    return new Response(text, { headers: { "content-type": contentType } });
  },
});
