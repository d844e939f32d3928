import { Fragment } from "react";

type MarkedWordsProps = { text: string; ranges: readonly (readonly [start: number, end: number])[] };

/** A text with the words marked that the search matched. */
export function MarkedWords({ text, ranges }: MarkedWordsProps) {
  if (ranges.length === 0) return text;
  let at = 0;
  const parts = ranges.map(([start, end]) => {
    const before = text.slice(at, start);
    at = end;
    return (
      <Fragment key={start}>
        {before}
        <mark>{text.slice(start, end)}</mark>
      </Fragment>
    );
  });
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}
