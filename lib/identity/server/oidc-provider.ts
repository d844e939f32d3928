import "server-only";
import { decodeJwt } from "jose";
import type { OAuthConfig } from "next-auth/providers/oauth";
import type { Env } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";
import { type OidcClaims, oidcClaimsSchema } from "#lib/identity/sign-in.ts";

const answerWithinMs = 10_000;

/** Issuers differ by a final slash between what people type and what providers say; nothing else may differ. */
export function isSameIssuer(configured: string, said: string): boolean {
  return configured.replace(/\/$/, "") === said.replace(/\/$/, "");
}

/** The company's identity provider, found by discovery; authorization code with PKCE, state and nonce. */
export function oidcProvider(settings: NonNullable<Env["oidc"]>): OAuthConfig<OidcClaims> {
  const { issuer, clientId, clientSecret, name, scope } = settings;
  return {
    id: "oidc",
    name,
    type: "oauth",
    wellKnown: `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    authorization: { params: { scope } },
    clientId,
    ...(clientSecret ? { clientSecret } : {}),
    client: { token_endpoint_auth_method: clientSecret ? "client_secret_basic" : "none" },
    httpOptions: { timeout: answerWithinMs },
    userinfo: {
      // openid-client has checked the ID token by now. Some providers put the e-mail only behind userinfo.
      async request({ tokens, client }) {
        const claims = decodeJwt(tokens.id_token ?? "");
        if (claims.email || !tokens.access_token || !client.issuer.metadata.userinfo_endpoint) {
          return oidcClaimsSchema.parse(claims);
        }
        const more = await client.userinfo(tokens.access_token);
        if (more.sub !== claims.sub)
          throw new AppError("upstream-failed", "userinfo speaks of another person");
        return oidcClaimsSchema.parse({ ...more, ...claims });
      },
    },
    profile: (claims) => ({ id: claims.sub }),
  };
}
