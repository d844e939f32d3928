import { AppError } from "#lib/errors.ts";

/** Steps into the document, from its root. */
export type Place = readonly (string | number)[];

/** Something that is wrong in the document; `place` is readable, such as `paths › /tickets › get`. */
export type Problem = { readonly place: string; readonly message: string };

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
