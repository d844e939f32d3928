import { phrase } from "#lib/models/extractive/phrases.ts";
import type { AnswerPart, Language, QuotablePassage } from "#lib/models/extractive/schema.ts";

export interface QuoteFacts {
  /** Best first, at most four are quoted. */
  readonly passages: readonly QuotablePassage[];
  /** `differ`: the first two give different figures. */
  readonly agreement: "single" | "agree" | "differ";
  /** Named when there is nothing to quote. */
  readonly toolName: string;
  readonly language: Language;
  readonly now: string;
  readonly firstCitation?: number;
}

const mostPassages = 4;
const oldAfterDays = 365;

/**
 * Passages word for word, each with its number, document, section, page and date, and with the best sentence marked.
 * Two that differ stand side by side, the one verified later first. Nothing to quote is said in one sentence.
 */
export function quote(facts: QuoteFacts): AnswerPart[] {
  const { language } = facts;
  if (facts.passages.length === 0) {
    return [{ type: "text", text: phrase(language, "abstained", { tool: facts.toolName }) }];
  }
  const isSplit = facts.agreement === "differ" && facts.passages.length > 1;
  const ordered = isSplit ? laterFirst(facts.passages) : facts.passages;
  const parts: AnswerPart[] = isSplit ? [{ type: "text", text: phrase(language, "differ") }] : [];
  ordered.slice(0, mostPassages).forEach((passage, at) => {
    const number = (facts.firstCitation ?? 1) + at;
    const { score: _score, ...quoted } = passage;
    const side = isSplit && at < 2 ? { side: at === 0 ? ("left" as const) : ("right" as const) } : {};
    parts.push({ type: "passage", ...quoted, best: boundedBest(passage), citation: number, ...side });
    if (isOld(passage, facts.now)) parts.push({ type: "text", text: phrase(language, "superseded") });
    parts.push({
      type: "citation",
      number,
      passageId: passage.passageId,
      documentId: passage.documentId,
      document: passage.document,
      section: passage.headingPath.at(-1) ?? "",
      ...(passage.page === undefined ? {} : { page: passage.page }),
      ...(passage.date === undefined ? {} : { date: passage.date }),
    });
  });
  return parts;
}

function laterFirst(passages: readonly QuotablePassage[]): QuotablePassage[] {
  const [first, second, ...others] = passages;
  if (!first || !second) return [...passages];
  const isSecondLater = (second.date ?? "") > (first.date ?? "");
  return isSecondLater ? [second, first, ...others] : [first, second, ...others];
}

function boundedBest({ best, text }: QuotablePassage): QuotablePassage["best"] {
  return best && best.start >= 0 && best.start < best.end && best.end <= text.length ? best : null;
}

function isOld({ date }: QuotablePassage, now: string): boolean {
  return date !== undefined && Date.parse(now) - Date.parse(date) > oldAfterDays * 86_400_000;
}
