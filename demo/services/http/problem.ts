/** One wrong value of a request, by the name that the caller used. */
export type FieldError = { readonly field: string; readonly message: string };

export type ProblemStatus = 400 | 401 | 403 | 404 | 409 | 412 | 413 | 415 | 422 | 500;

export const problemTitles: Readonly<Record<ProblemStatus, string>> = {
  400: "The request cannot be read",
  401: "Sign-in needed",
  403: "Not allowed",
  404: "Not found",
  409: "In conflict with what is stored",
  412: "Changed in the meantime",
  413: "Too large",
  415: "Wrong content type",
  422: "Some values are not valid",
  500: "The service failed",
};

/** A refusal that is sent to the caller as `application/problem+json`. */
export class Problem extends Error {
  readonly status: ProblemStatus;
  readonly errors: readonly FieldError[];

  constructor(status: ProblemStatus, detail: string, errors: readonly FieldError[] = []) {
    super(detail);
    this.name = "Problem";
    this.status = status;
    this.errors = errors;
  }

  toResponse(headers: Readonly<Record<string, string>> = {}): Response {
    const body = {
      type: "about:blank",
      title: problemTitles[this.status],
      status: this.status,
      detail: this.message,
      ...(this.errors.length === 0 ? {} : { errors: this.errors }),
    };
    return new Response(JSON.stringify(body), {
      status: this.status,
      headers: { "content-type": "application/problem+json", ...headers },
    });
  }
}

/** A 422 that names one field. */
export function invalidField(field: string, message: string): Problem {
  return new Problem(422, `${field}: ${message}`, [{ field, message }]);
}

/** A 404 that says what was looked for. */
export function notFound(what: string): Problem {
  return new Problem(404, `There is no ${what}.`);
}
