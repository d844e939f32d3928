import { ask, makePlace, times } from "./ask.ts";
import { insertTools } from "./insert-tools.ts";
import { type Judged, mean, ndcgAt10, recallAt, reciprocalRank } from "./measures.ts";
import { openScratchDatabase } from "./scratch-database.ts";
import { toolFromLine } from "./tool-from-line.ts";
import type { QueryLine, ToolLine } from "./tool-line.ts";

export type SetFigures = Readonly<
  Record<"recall@1" | "recall@5" | "recall@10" | "nDCG@10" | "mrr" | "p50_ms" | "p95_ms" | "queries", number>
>;

/** An address for each line, from its name where that leaves anything. */
function slugs(lines: readonly ToolLine[]): string[] {
  const taken = new Set<string>();
  return lines.map(({ name, id }) => {
    const begin = (name || id)
      .normalize("NFKD")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "")
      .slice(0, 60);
    let slug = begin || "tool";
    for (let again = 2; taken.has(slug); again += 1) slug = `${begin || "tool"}-${again}`;
    taken.add(slug);
    return slug;
  });
}

const warmUp = 20;

/** Loads a set into a scratch database and asks its queries of the catalog. Shares are in percent. */
export async function measureSet(
  tools: readonly ToolLine[],
  queries: readonly QueryLine[],
): Promise<SetFigures> {
  const close = await openScratchDatabase();
  try {
    const { viewer, domainId, teamId } = await makePlace();
    const addresses = slugs(tools);
    const made = await insertTools(
      tools.map((line, at) => ({ ...toolFromLine(line, domainId, addresses[at] ?? line.id), teamId })),
    );
    const lineOf = new Map(made.map((id, at) => [id, tools[at]?.id ?? ""]));
    for (const { text } of queries.slice(0, warmUp)) await ask(viewer, text);
    const answers: Awaited<ReturnType<typeof ask>>[] = [];
    const judged: Judged[] = [];
    for (const { text, relevant } of queries) {
      const answer = await ask(viewer, text);
      answers.push(answer);
      judged.push({
        ranked: answer.ids.map((id) => lineOf.get(id) ?? ""),
        grades: new Map(relevant.map((id) => [id, 1])),
      });
    }
    const share = (measure: (one: Judged) => number) => Math.round(1000 * mean(judged.map(measure))) / 10;
    const { p50_ms, p95_ms } = times(answers);
    return {
      "recall@1": share((one) => recallAt(one, 1)),
      "recall@5": share((one) => recallAt(one, 5)),
      "recall@10": share((one) => recallAt(one, 10)),
      "nDCG@10": share(ndcgAt10),
      mrr: share(reciprocalRank),
      p50_ms,
      p95_ms,
      queries: queries.length,
    };
  } finally {
    await close();
  }
}
