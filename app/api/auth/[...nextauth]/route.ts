import { isAppError } from "#lib/errors.ts";
import { clientAddress } from "#lib/http/client-address.ts";
import { answerForError } from "#lib/http/error-answer.ts";
import { requestIdOf } from "#lib/http/request-id.ts";
import { handleAuth } from "#lib/identity/server/handle-auth.ts";
import { log } from "#lib/log.ts";
import { withRequestContext } from "#lib/request-context.ts";

type Context = { params: Promise<{ nextauth: string[] }> };

/**
 * The one route that `defineRoute` does not wrap: next-auth answers forms with redirects and cookies, and clients
 * without a browser bring its own token in place of an Origin.
 */
async function serve(request: Request, context: Context): Promise<Response> {
  const requestId = requestIdOf(request.headers);
  const ip = clientAddress(request.headers);
  const client = request.headers.get("user-agent")?.slice(0, 200) ?? null;
  return withRequestContext({ requestId, ip, client }, async () => {
    let response: Response;
    try {
      response = await handleAuth(request, (await context.params).nextauth);
    } catch (error) {
      if (!isAppError(error)) log.error({ err: error }, "sign-in failed");
      response = answerForError(error, requestId);
    }
    response.headers.set("x-request-id", requestId);
    response.headers.set("cache-control", "no-store");
    return response;
  });
}

export { serve as GET, serve as POST };
