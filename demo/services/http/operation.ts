import type { z } from "zod";
import type { ProblemStatus } from "./problem.ts";

export type HttpMethod = "get" | "post" | "patch" | "put" | "delete";

type Shape = z.ZodObject;

/** What an operation answers: the body, or nothing for 204. */
export type OperationAnswer = {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

export type OperationInput<P, Q, H, B> = {
  readonly path: P;
  readonly query: Q;
  readonly headers: H;
  readonly body: B;
};

type OperationWords = {
  readonly operationId: string;
  readonly method: HttpMethod;
  /** Path under the service's address, with `{name}` for path parameters. */
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly description: string;
  readonly success: {
    readonly status: 200 | 201 | 204;
    readonly description: string;
    readonly schema?: z.ZodType;
    readonly example?: unknown;
  };
  /** Refusals other than 401 and 422, each with the reason for which it happens. */
  readonly refusals?: Partial<Record<ProblemStatus, string>>;
  readonly bodyExamples?: Readonly<Record<string, { readonly summary: string; readonly value: unknown }>>;
  /** Takes an `Idempotency-Key`: the same key answers with the first result. */
  readonly idempotent?: boolean;
};

/** An operation as the router and the OpenAPI document see it. */
export type Operation = OperationWords & {
  readonly pathInput?: Shape;
  readonly queryInput?: Shape;
  readonly headerInput?: Shape;
  readonly bodyInput?: z.ZodType;
  readonly handle: (input: OperationInput<unknown, unknown, unknown, unknown>) => OperationAnswer;
};

type Parsed<T> = T extends z.ZodType ? z.output<T> : Record<string, never>;

type OperationSpec<
  P extends Shape | undefined,
  Q extends Shape | undefined,
  H extends Shape | undefined,
  B extends z.ZodType | undefined,
> = OperationWords & {
  readonly pathInput?: P;
  readonly queryInput?: Q;
  readonly headerInput?: H;
  readonly bodyInput?: B;
  readonly handle: (input: OperationInput<Parsed<P>, Parsed<Q>, Parsed<H>, Parsed<B>>) => OperationAnswer;
};

/** Declares an operation; the handler's input is typed by its schemas. */
export function defineOperation<
  P extends Shape | undefined = undefined,
  Q extends Shape | undefined = undefined,
  H extends Shape | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
>(spec: OperationSpec<P, Q, H, B>): Operation {
  return {
    ...spec,
    // The router hands over what these same schemas parsed.
    handle: (input) => spec.handle(input as OperationInput<Parsed<P>, Parsed<Q>, Parsed<H>, Parsed<B>>),
  } as Operation;
}
