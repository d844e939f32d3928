import type { OpenApiVersion } from "./json-schema.ts";
import type { Operation } from "./operation.ts";

export type ServiceSecurity = {
  /** Name of the scheme in the OpenAPI document. */
  readonly name: string;
  readonly scheme: { readonly type: string; readonly [key: string]: unknown };
  /** Whether a request carries the right credential. */
  readonly admits: (headers: Headers) => boolean;
  /** Value of `WWW-Authenticate` in a 401. */
  readonly challenge: string;
};

/** One HTTP service: its words, its operations and who may call it. */
export type ServiceDefinition = {
  readonly slug: string;
  readonly title: string;
  readonly version: string;
  readonly description: string;
  readonly openapi: OpenApiVersion;
  /** Where the operations stand, such as `/tickets/v1`. */
  readonly basePath: string;
  readonly contact: { readonly name: string; readonly email: string };
  readonly tags: Readonly<Record<string, string>>;
  readonly security?: ServiceSecurity;
  readonly operations: readonly Operation[];
};
