import { phrase } from "#lib/models/extractive/phrases.ts";
import { quote } from "#lib/models/extractive/quote.ts";
import type { AnswerPart, Cell, Language, QuotablePassage } from "#lib/models/extractive/schema.ts";

export interface ComparedTool {
  readonly name: string;
  /** Facts in the order in which they are shown; the caller names them in the person's language. */
  readonly facts: readonly { readonly name: string; readonly value: Cell }[];
}

/** Facts of two or more tools side by side: one row for each fact that any of them has. */
export function compareTools(tools: readonly ComparedTool[], language: Language): AnswerPart[] {
  const names = [...new Set(tools.flatMap(({ facts }) => facts.map(({ name }) => name)))];
  const columns = [
    { key: "fact", title: phrase(language, "fact"), format: "text" as const },
    ...tools.map(({ name }, at) => ({ key: `tool-${at}`, title: name, format: "text" as const })),
  ];
  const rows = names.map((name): Cell[] => [
    name,
    ...tools.map(({ facts }) => facts.find((fact) => fact.name === name)?.value ?? null),
  ]);
  return [
    { type: "text", text: phrase(language, "compareTools") },
    { type: "table", columns, rows, total: rows.length },
  ];
}

export interface ComparedSubject {
  readonly label: string;
  readonly passages: readonly QuotablePassage[];
}

/** What the documents say about two subjects: the best passage of each, side by side. */
export function comparePassages(
  subjects: readonly ComparedSubject[],
  language: Language,
  now: string,
): AnswerPart[] {
  const parts: AnswerPart[] = [{ type: "text", text: phrase(language, "comparePassages") }];
  const used = new Set<string>();
  let citation = 1;
  subjects.forEach(({ label, passages }, at) => {
    const passage = passages.find(({ passageId }) => !used.has(passageId));
    if (!passage) {
      parts.push({ type: "text", text: phrase(language, "noPassageFor", { subject: label }) });
      return;
    }
    used.add(passage.passageId);
    const quoted = quote({
      passages: [passage],
      agreement: "single",
      toolName: "",
      language,
      now,
      firstCitation: citation,
    });
    citation += 1;
    parts.push(
      { type: "text", text: `**${label}**` },
      ...quoted.map((part): AnswerPart => {
        const side = at === 0 ? ("left" as const) : ("right" as const);
        return part.type === "passage" ? { ...part, side } : part;
      }),
    );
  });
  return parts;
}
