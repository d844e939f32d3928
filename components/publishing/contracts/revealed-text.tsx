import { t } from "#components/publishing/contracts/contract-words.ts";
import { type RevealedSegment, revealCharacters } from "#lib/tools/reveal-characters.ts";

const chip =
  "mx-0.5 inline-block max-w-full rounded-chip border border-danger bg-danger-soft px-1 text-code text-danger";

function Segment({ segment }: { segment: RevealedSegment }) {
  switch (segment.kind) {
    case "plain":
      return segment.text;
    case "unseen":
      return <mark className={chip}>{t("showsAs", { code: segment.code, name: segment.name })}</mark>;
    case "hidden":
      return <mark className={chip}>{t("hiddenText", { count: segment.count, text: segment.hidden })}</mark>;
    case "lookalike":
      return (
        <mark className={chip}>
          <span className="font-semibold">{segment.text}</span>{" "}
          {t("looksLike", {
            code: segment.code,
            name: segment.name,
            plain: segment.looksLike === " " ? "␠" : segment.looksLike,
          })}
        </mark>
      );
  }
}

/** A text of somebody else, with every character written out that a reader cannot see or takes for another one. */
export function RevealedText({ text }: { text: string }) {
  let at = 0;
  return revealCharacters(text).map((segment) => {
    const place = at;
    at += segment.text.length;
    return <Segment key={place} segment={segment} />;
  });
}
