import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";
import Provider from "oidc-provider";

/** Somebody whom the provider knows; `emailVerified: undefined` leaves the claim out, as some providers do. */
export type ProviderPerson = {
  readonly subject: string;
  readonly email?: string;
  readonly emailVerified?: boolean;
  readonly name?: string;
};

export type TestOidcProvider = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Whoever comes next is this person, without a form; undefined declines. */
  signInAs(person: ProviderPerson | undefined): void;
  /** Changes the claims of the ID tokens that are issued from now on, signed with the provider's own key. */
  tamper(change: ((claims: JWTPayload) => JWTPayload) | undefined): void;
  /** What came to the authorization endpoint, oldest first. */
  readonly authorizations: readonly URLSearchParams[];
  close(): Promise<void>;
};

type Options = {
  /** Where the portal under test takes answers: `<portal>/api/auth/callback/oidc`. */
  readonly redirectUris: readonly string[];
  readonly port?: number;
  /** True puts e-mail and name into the ID token; otherwise they are behind the userinfo endpoint. */
  readonly claimsInIdToken?: boolean;
};

/** A real identity provider (`oidc-provider`) on loopback, PKCE required, which signs in whom the test names. */
export async function startOidcProvider(options: Options): Promise<TestOidcProvider> {
  const { privateKey } = await generateKeyPair("RS256", { extractable: true });
  const key = { ...(await exportJWK(privateKey)), alg: "RS256", use: "sig", kid: "test" };
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const clientId = "weft-test";
  const clientSecret = "a-secret-between-test-and-provider";
  const people = new Map<string, ProviderPerson>();
  const authorizations: URLSearchParams[] = [];
  let current: ProviderPerson | undefined;
  let change: ((claims: JWTPayload) => JWTPayload) | undefined;

  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [...options.redirectUris] }],
    jwks: { keys: [key] },
    cookies: { keys: ["a-key-for-the-cookies-of-this-test"] },
    pkce: { required: () => true },
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    conformIdTokenClaims: !options.claimsInIdToken,
    features: { devInteractions: { enabled: false } },
    ttl: {
      AccessToken: 300,
      AuthorizationCode: 60,
      Grant: 300,
      IdToken: 300,
      Interaction: 300,
      Session: 300,
    },
    interactions: { url: (_: unknown, interaction: { uid: string }) => `/interaction/${interaction.uid}` },
    findAccount: (_: unknown, subject: string) => {
      const person = people.get(subject);
      if (!person) return undefined;
      const claims = {
        sub: subject,
        email: person.email,
        email_verified: person.emailVerified,
        name: person.name,
      };
      return { accountId: subject, claims: () => claims };
    },
  });

  provider.use(async (context, next) => {
    await next();
    const body = context.body as { id_token?: string } | undefined;
    if (context.path !== "/token" || !change || !body?.id_token) return;
    const claims = JSON.parse(
      Buffer.from(body.id_token.split(".")[1] ?? "", "base64url").toString(),
    ) as JWTPayload;
    const token = new SignJWT(change(claims)).setProtectedHeader({ alg: "RS256", kid: "test" });
    context.body = { ...body, id_token: await token.sign(privateKey) };
  });

  const serveProvider = provider.callback();
  server.on("request", (request, response) => {
    const url = new URL(request.url ?? "/", issuer);
    if (url.pathname === "/auth") authorizations.push(url.searchParams);
    if (!url.pathname.startsWith("/interaction/")) return serveProvider(request, response);
    const finish = async () => {
      if (!current) {
        const declined = { error: "access_denied", error_description: "The person declined." };
        return provider.interactionFinished(request, response, declined);
      }
      const { params } = await provider.interactionDetails(request, response);
      const grant = new provider.Grant({ accountId: current.subject, clientId });
      grant.addOIDCScope(String(params.scope));
      const result = {
        login: { accountId: current.subject, remember: false },
        consent: { grantId: await grant.save() },
      };
      return provider.interactionFinished(request, response, result);
    };
    finish().catch((error: unknown) => {
      response.statusCode = 500;
      response.end(String(error));
    });
  });

  return {
    issuer,
    clientId,
    clientSecret,
    authorizations,
    signInAs(person) {
      current = person;
      if (person) people.set(person.subject, person);
    },
    tamper(next) {
      change = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
