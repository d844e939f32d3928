/** For the tests of the demo services: the real services in this process, on a free port and an empty folder. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DemoCredentials, demoCredentials } from "./credentials.ts";
import { startDemoServices } from "./start-services.ts";

export type ServiceSlug = "tickets" | "directory" | "expenses" | "prices";

export type CallOptions = {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly anonymous?: boolean;
};

export type ServiceAnswer = {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed JSON, or the text when there is none. */
  readonly body: unknown;
};

export type RunningServices = {
  readonly url: string;
  readonly token: string;
  readonly credentials: DemoCredentials;
  call(service: ServiceSlug, method: string, path: string, options?: CallOptions): Promise<ServiceAnswer>;
  stop(): Promise<void>;
};

/** Headers that carry the credential of a service. */
export function credentialHeaders(
  credentials: DemoCredentials,
  service: ServiceSlug,
): Record<string, string> {
  if (service === "tickets") return { [credentials.tickets.header]: credentials.tickets.key };
  if (service === "directory") return { authorization: `Bearer ${credentials.directory.token}` };
  if (service === "prices") return {};
  const { username, password } = credentials.expenses;
  return { authorization: `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}` };
}

/** Calls an operation of a service at an address. */
export async function callService(
  url: string,
  credentials: DemoCredentials,
  service: ServiceSlug,
  method: string,
  path: string,
  options: CallOptions = {},
): Promise<ServiceAnswer> {
  const body = typeof options.body === "string" ? options.body : JSON.stringify(options.body);
  const response = await fetch(`${url}/${service}/v1${path}`, {
    method,
    headers: {
      ...(options.anonymous ? {} : credentialHeaders(credentials, service)),
      ...(options.body === undefined ? {} : { "content-type": "application/json" }),
      ...options.headers,
    },
    ...(options.body === undefined ? {} : { body }),
  });
  const text = await response.text();
  const isJson = /json/.test(response.headers.get("content-type") ?? "");
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
}

/** Starts the services seeded for a day. */
export async function startTestServices(day: string): Promise<RunningServices> {
  const token = "token of the tests";
  const dataDir = mkdtempSync(join(tmpdir(), "northmere-"));
  const services = await startDemoServices({ port: 0, dataDir, day, token });
  const credentials = demoCredentials(token);
  return {
    url: services.url,
    token,
    credentials,
    call: (service, method, path, options) =>
      callService(services.url, credentials, service, method, path, options),
    async stop() {
      await services.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
