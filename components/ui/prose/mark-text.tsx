import { Fragment, type ReactNode } from "react";

/** A stretch of the source that is to be marked, as half-open offsets. */
export type MarkRange = { start: number; end: number };

/**
 * A text with the stretches marked that fall into it. `start` and `end` say where it stands in the source; where
 * escapes make the source longer than the text, the whole of it is marked.
 */
export function markText(
  text: string,
  place: { start: number; end: number },
  marks: readonly MarkRange[],
): ReactNode {
  const inside = marks.filter((mark) => mark.start < place.end && mark.end > place.start);
  if (inside.length === 0) return text;
  if (place.end - place.start !== text.length) return <mark>{text}</mark>;
  const parts: ReactNode[] = [];
  let at = 0;
  for (const mark of inside) {
    const from = Math.max(at, mark.start - place.start);
    const to = Math.min(text.length, mark.end - place.start);
    if (to <= from) continue;
    if (from > at) parts.push(<Fragment key={at}>{text.slice(at, from)}</Fragment>);
    parts.push(<mark key={from}>{text.slice(from, to)}</mark>);
    at = to;
  }
  if (at < text.length) parts.push(<Fragment key={at}>{text.slice(at)}</Fragment>);
  return parts;
}
