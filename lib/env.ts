import { resolve } from "node:path";
import { z } from "zod";

const optionalText = z.preprocess((value) => (value === "" ? undefined : value), z.string().optional());
const optionalUrl = z.preprocess((value) => (value === "" ? undefined : value), z.url().optional());
const flag = z.preprocess(
  (value) => (value === "" ? undefined : value),
  z
    .enum(["0", "1", "true", "false"])
    .transform((value) => value === "1" || value === "true")
    .optional(),
);
const list = z.preprocess(
  (value) => (value === "" ? undefined : value),
  z
    .string()
    .default("")
    .transform((value) =>
      value
        .split(",")
        .map((entry) => entry.trim())
        .filter(Boolean),
    ),
);

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

/** An address, alone or after a name in plain words. */
function isMailbox(text: string): boolean {
  const address = /^[^<>"\r\n,;]*<([^<>\s]+)>$/.exec(text)?.[1] ?? text;
  return z.email().safeParse(address).success;
}

const schema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  PORT: z.preprocess(
    (value) => (value === "" ? undefined : value),
    z.coerce.number().int().min(0).max(65535).default(3000),
  ),
  WEFT_DATA_DIR: optionalText.transform((value) => resolve(/* turbopackIgnore: true */ value ?? ".weft")),
  DATABASE_URL: optionalUrl,
  DATABASE_OWNER_URL: optionalUrl,
  WEFT_DEMO: flag,
  WEFT_DEMO_SERVICES_URL: optionalUrl,
  WEFT_PUBLIC_URL: optionalUrl,
  WEFT_SECRET: optionalText,
  WEFT_KEY: optionalText,
  WEFT_FIRST_ADMIN: z.preprocess((value) => (value === "" ? undefined : value), z.email().optional()),
  WEFT_OIDC_ISSUER: optionalUrl,
  WEFT_OIDC_CLIENT_ID: optionalText,
  WEFT_OIDC_CLIENT_SECRET: optionalText,
  WEFT_OIDC_NAME: optionalText,
  WEFT_OIDC_SCOPE: z.preprocess(
    (value) => (value === "" ? undefined : value),
    z.string().default("openid email profile"),
  ),
  WEFT_MODEL_BASE_URL: optionalUrl,
  WEFT_MODEL_API_KEY: optionalText,
  WEFT_MODEL_NAME: optionalText,
  WEFT_SMTP_URL: z.preprocess(
    (value) => (value === "" ? undefined : value),
    z.url({ protocol: /^smtps?$/, error: "Write it as smtp://host:587 or smtps://host." }).optional(),
  ),
  WEFT_MAIL_FROM: z.preprocess(
    (value) => (value === "" ? undefined : value),
    z.string().refine(isMailbox, "Write it as weft@example.com or Weft <weft@example.com>.").optional(),
  ),
  WEFT_EGRESS_ALLOW: list,
  WEFT_LOG_LEVEL: z.preprocess(
    (value) => (value === "" ? undefined : value),
    z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
  ),
  WEFT_METRICS_TOKEN: optionalText,
  WEFT_TIME_ZONE: z.preprocess(
    (value) => (value === "" ? undefined : value),
    z.string().refine(isTimeZone, "Name a time zone such as Europe/London.").default("UTC"),
  ),
});

export type Env = {
  readonly nodeEnv: "development" | "production" | "test";
  readonly port: number;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly databaseOwnerUrl: string | undefined;
  /** True when no server database is configured and the folder on disk is used. */
  readonly isEmbedded: boolean;
  readonly isDemo: boolean;
  readonly demoServicesUrl: string | undefined;
  readonly publicUrl: string | undefined;
  readonly secret: string | undefined;
  readonly key: string | undefined;
  readonly firstAdmin: string | undefined;
  readonly oidc:
    | {
        readonly issuer: string;
        readonly clientId: string;
        readonly clientSecret: string | undefined;
        readonly name: string;
        readonly scope: string;
      }
    | undefined;
  readonly model:
    | { readonly baseUrl: string; readonly apiKey: string | undefined; readonly name: string }
    | undefined;
  /** The server that takes e-mail, and whom it comes from; undefined where none is sent. */
  readonly mail: { readonly smtpUrl: string; readonly from: string; readonly portalUrl: string } | undefined;
  /** Private addresses that tools may reach: `host:port`, `host` or CIDR. */
  readonly egressAllow: readonly string[];
  readonly logLevel: "silent" | "error" | "warn" | "info" | "debug";
  readonly metricsToken: string | undefined;
  /** Where a day begins and ends in what the portal counts by day. */
  readonly timeZone: string;
};

/** Reads settings from an environment; throws one Error whose message names each wrong variable. */
export function parseEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const parsed = schema.safeParse(source);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`The settings are not usable. ${problems.join("; ")}. See .env.example.`);
  }
  const value = parsed.data;
  if (value.WEFT_OIDC_ISSUER && !value.WEFT_OIDC_CLIENT_ID) {
    throw new Error("WEFT_OIDC_CLIENT_ID: is missing although WEFT_OIDC_ISSUER is set. See .env.example.");
  }
  if (value.WEFT_MODEL_BASE_URL && !value.WEFT_MODEL_NAME) {
    throw new Error("WEFT_MODEL_NAME: is missing although WEFT_MODEL_BASE_URL is set. See .env.example.");
  }
  for (const needed of ["WEFT_MAIL_FROM", "WEFT_PUBLIC_URL"] as const) {
    if (value.WEFT_SMTP_URL && !value[needed]) {
      throw new Error(`${needed}: is missing although WEFT_SMTP_URL is set. See .env.example.`);
    }
  }
  const oidc =
    value.WEFT_OIDC_ISSUER && value.WEFT_OIDC_CLIENT_ID
      ? {
          issuer: value.WEFT_OIDC_ISSUER,
          clientId: value.WEFT_OIDC_CLIENT_ID,
          clientSecret: value.WEFT_OIDC_CLIENT_SECRET,
          name: value.WEFT_OIDC_NAME ?? "your company account",
          scope: value.WEFT_OIDC_SCOPE,
        }
      : undefined;
  return {
    nodeEnv: value.NODE_ENV,
    port: value.PORT,
    dataDir: value.WEFT_DATA_DIR,
    databaseUrl: value.DATABASE_URL,
    databaseOwnerUrl: value.DATABASE_OWNER_URL,
    isEmbedded: value.DATABASE_URL === undefined,
    isDemo: value.WEFT_DEMO ?? (value.DATABASE_URL === undefined && oidc === undefined),
    demoServicesUrl: value.WEFT_DEMO_SERVICES_URL,
    publicUrl: value.WEFT_PUBLIC_URL,
    secret: value.WEFT_SECRET,
    key: value.WEFT_KEY,
    firstAdmin: value.WEFT_FIRST_ADMIN?.toLowerCase(),
    oidc,
    model:
      value.WEFT_MODEL_BASE_URL && value.WEFT_MODEL_NAME
        ? {
            baseUrl: value.WEFT_MODEL_BASE_URL,
            apiKey: value.WEFT_MODEL_API_KEY,
            name: value.WEFT_MODEL_NAME,
          }
        : undefined,
    mail:
      value.WEFT_SMTP_URL && value.WEFT_MAIL_FROM && value.WEFT_PUBLIC_URL
        ? {
            smtpUrl: value.WEFT_SMTP_URL,
            from: value.WEFT_MAIL_FROM,
            portalUrl: value.WEFT_PUBLIC_URL,
          }
        : undefined,
    egressAllow: value.WEFT_EGRESS_ALLOW,
    logLevel: value.WEFT_LOG_LEVEL,
    metricsToken: value.WEFT_METRICS_TOKEN,
    timeZone: value.WEFT_TIME_ZONE,
  };
}

let current: Env | undefined;

/** The settings of this process, read once. */
export function env(): Env {
  current ??= parseEnv(process.env);
  return current;
}

/** Names that a file of model servers may give for its secrets: nothing else of the environment can be asked for. */
export const modelKeyName = /^WEFT_MODEL_KEY_[A-Z0-9_]{1,60}$/;

/** A secret of a model server that the environment holds for files to refer to; undefined when it holds none. */
export function modelKeyFromEnv(name: string): string | undefined {
  return modelKeyName.test(name) ? process.env[name] || undefined : undefined;
}

/**
 * next-auth 4 learns its own address only from the environment. Told to trust the host it is handed, it follows the
 * host that `lib/identity` hands it with each request, so no variable needs to name the port.
 */
export function letAuthFollowItsRequest(): void {
  process.env.AUTH_TRUST_HOST = "1";
  delete process.env.NEXTAUTH_URL;
}
