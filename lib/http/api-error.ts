/** An answer of the portal that was not a success, with what to do about it. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly mend: string | null;
  readonly fields: readonly { path: string; message: string }[];
  readonly details: Readonly<Record<string, unknown>> | null;
  readonly requestId: string | null;

  constructor(
    status: number,
    facts: {
      code: string;
      message: string;
      mend: string | null;
      fields: readonly { path: string; message: string }[];
      details: Readonly<Record<string, unknown>> | null;
      requestId: string | null;
    },
  ) {
    super(facts.message);
    this.name = "ApiError";
    this.status = status;
    this.code = facts.code;
    this.mend = facts.mend;
    this.fields = facts.fields;
    this.details = facts.details;
    this.requestId = facts.requestId;
  }
}
