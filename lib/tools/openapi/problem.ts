import { AppError, isAppError } from "#lib/errors.ts";

/** Steps into the document, from its root. */
export type Place = readonly (string | number)[];

/** Something that is wrong in the document; `place` is readable, such as `paths › /tickets › get`. */
export type Problem = {
  readonly place: string;
  readonly message: string;
  /** What the reader can do about it, where something could not be used. */
  readonly mend?: string;
};

export function formatPlace(place: Place): string {
  return place.length === 0 ? "the document" : place.join(" › ");
}

/** The error for a place that cannot be used. */
export function unusable(place: Place, message: string, mend?: string): AppError {
  const path = formatPlace(place);
  return new AppError("invalid-input", `${path}: ${message}`, {
    fields: [{ path, message }],
    mend: mend ?? "Correct the document there and import it again.",
  });
}

/** What to note down for an error of `unusable`; any other error is thrown again. */
export function problemOf(failure: unknown, place: Place): Problem {
  if (!isAppError(failure)) throw failure;
  const [field] = failure.fields;
  return {
    place: field?.path || formatPlace(place),
    message: field?.message ?? failure.message,
    ...(failure.mend === undefined ? {} : { mend: failure.mend }),
  };
}
