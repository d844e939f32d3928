import "server-only";
import type { AuthOptions } from "next-auth";
import type { CredentialsConfig } from "next-auth/providers/credentials";
import { env } from "#lib/env.ts";
import { localPath } from "#lib/identity/local-path.ts";
import { authAttempt } from "#lib/identity/server/auth-attempt.ts";
import { authCookies } from "#lib/identity/server/auth-cookies.ts";
import { signOut } from "#lib/identity/server/end-session.ts";
import { isSameIssuer, oidcProvider } from "#lib/identity/server/oidc-provider.ts";
import { isSecurePortal } from "#lib/identity/server/session-cookie.ts";
import { signInDemoPerson } from "#lib/identity/server/sign-in-demo-person.ts";
import { signInOidcPerson } from "#lib/identity/server/sign-in-oidc-person.ts";
import { sessionLimits } from "#lib/identity/session.ts";
import { oidcClaimsSchema, type SignInResult } from "#lib/identity/sign-in.ts";
import { log } from "#lib/log.ts";
import { authSecret } from "#lib/secret-files.ts";

const demoProvider: CredentialsConfig<{ email: { label: string; type: string } }> = {
  id: "demo",
  name: "Demo people",
  type: "credentials",
  credentials: { email: { label: "E-mail", type: "email" } },
  authorize: (credentials) => ({ id: credentials?.email ?? "", email: credentials?.email ?? "" }),
};

async function signIn(provider: string, email: unknown, profile: unknown): Promise<SignInResult> {
  if (provider === "demo") return signInDemoPerson(String(email ?? ""));
  const claims = oidcClaimsSchema.parse(profile);
  if (isSameIssuer(env().oidc?.issuer ?? "", claims.iss)) return signInOidcPerson(claims);
  return { ok: false, refusal: "wrong-issuer" };
}

/** What is wrong, from the error objects that next-auth hands to its logger; never its other metadata. */
function problemOf(metadata: unknown): string {
  const nested =
    typeof metadata === "object" && metadata !== null && "error" in metadata ? metadata.error : metadata;
  return nested instanceof Error ? nested.message : String(nested);
}

function sessionIdOf(token: unknown): string | undefined {
  const isToken = typeof token === "object" && token !== null && "sid" in token;
  return isToken && typeof token.sid === "string" ? token.sid : undefined;
}

/** How next-auth is set up; made for each request, because modules are loaded before settings are known. */
export function authOptions(): AuthOptions {
  const { isDemo, oidc } = env();
  return {
    secret: authSecret(),
    providers: [...(isDemo ? [demoProvider] : []), ...(oidc ? [oidcProvider(oidc)] : [])],
    session: { strategy: "jwt", maxAge: sessionLimits.longestSeconds },
    useSecureCookies: isSecurePortal(),
    cookies: authCookies(),
    pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/" },
    callbacks: {
      async signIn({ user, account, profile }) {
        const attempt = authAttempt();
        try {
          const result = await signIn(account?.provider ?? "", user.email, profile);
          if (result.ok) attempt.sessionId = result.sessionId;
          else attempt.refusal = result.refusal;
          return result.ok;
        } catch (error) {
          attempt.failure = error;
          return false;
        }
      },
      /** The token holds the session's id and nothing of the person. */
      jwt({ token }) {
        const sid = authAttempt().sessionId ?? sessionIdOf(token);
        return sid ? { sid } : {};
      },
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url, baseUrl }) => `${baseUrl}${localPath(url, baseUrl)}`,
    },
    events: {
      async signOut({ token }) {
        try {
          const sessionId = sessionIdOf(token);
          if (sessionId) await signOut(sessionId);
        } catch (error) {
          authAttempt().failure = error;
          throw error;
        }
      },
    },
    logger: {
      error(code, metadata) {
        const problem = problemOf(metadata);
        authAttempt().problem ??= problem;
        log.warn({ code, problem }, "sign-in did not succeed");
      },
      warn: (code) => log.debug({ code }, "next-auth warns"),
      debug: () => undefined,
    },
  };
}
