import { db } from "#lib/db/client.ts";
import { newId } from "#lib/db/uuid.ts";
import { ask, makePlace, times } from "./ask.ts";
import { insertTools } from "./insert-tools.ts";
import { domainNames, type JudgedQuery, judgedQueries, judgedTools, queryKinds } from "./judged-set.ts";
import { mean, ndcgAt10, reciprocalRank } from "./measures.ts";
import { openScratchDatabase } from "./scratch-database.ts";

export type JudgedAnswer = {
  readonly query: JudgedQuery;
  /** Slugs of the first page. */
  readonly ranked: readonly string[];
  readonly total: number;
  readonly milliseconds: number;
};

export type JudgedFigures = {
  readonly queries: number;
  readonly "nDCG@10": number;
  readonly mrr: number;
  /** Share of queries that found nothing. */
  readonly empty: number;
};

async function insertJudgedTools(): Promise<void> {
  const ids = new Map([...domainNames.keys()].map((slug) => [slug, newId()]));
  await db().domain.createMany({
    data: [...domainNames].map(([slug, name]) => ({ id: ids.get(slug) ?? "", slug, name })),
  });
  await insertTools(judgedTools().map((tool) => ({ ...tool, domainId: ids.get(tool.domain) ?? "" })));
}

/** Asks every judged query of the catalog, in a scratch database. */
export async function answerJudgedQueries(): Promise<JudgedAnswer[]> {
  const close = await openScratchDatabase();
  try {
    await insertJudgedTools();
    const { viewer } = await makePlace();
    const slugOf = new Map(
      (await db().tool.findMany({ select: { id: true, slug: true } })).map(({ id, slug }) => [id, slug]),
    );
    const answers: JudgedAnswer[] = [];
    for (const query of judgedQueries()) {
      const { ids, total, milliseconds } = await ask(viewer, query.text);
      answers.push({ query, ranked: ids.map((id) => slugOf.get(id) ?? ""), total, milliseconds });
    }
    return answers;
  } finally {
    await close();
  }
}

function judge({ query, ranked }: JudgedAnswer) {
  return { ranked, grades: new Map(Object.entries(query.grades)) };
}

export function figuresOf(answers: readonly JudgedAnswer[]): JudgedFigures {
  const rounded = (value: number) => Math.round(value * 1000) / 1000;
  return {
    queries: answers.length,
    "nDCG@10": rounded(mean(answers.map((answer) => ndcgAt10(judge(answer))))),
    mrr: rounded(mean(answers.map((answer) => reciprocalRank(judge(answer))))),
    empty: rounded(mean(answers.map(({ total }) => (total === 0 ? 1 : 0)))),
  };
}

/** Prints the figures of the judged set by class of query, and with `showsWorst` the queries that went wrong. */
export async function measureJudgedSet({ showsWorst }: { readonly showsWorst: boolean }): Promise<void> {
  const answers = await answerJudgedQueries();
  const ofKind = (kind: string) => answers.filter(({ query }) => query.kind === kind);
  console.table({
    ...Object.fromEntries(queryKinds.map((kind) => [kind, figuresOf(ofKind(kind))])),
    all: figuresOf(answers),
  });
  const { p50_ms, p95_ms } = times(answers);
  console.log(`${judgedTools().length} tools; p50 ${p50_ms} ms, p95 ${p95_ms} ms`);
  if (!showsWorst) return;
  const slowest = answers.toSorted((a, b) => b.milliseconds - a.milliseconds).slice(0, 5);
  for (const { query, milliseconds } of slowest) console.log(`${milliseconds.toFixed(1)} ms: ${query.text}`);
  for (const answer of answers.filter((one) => ndcgAt10(judge(one)) < 0.7)) {
    console.log(`${answer.query.kind}: ${answer.query.text}\n    ${answer.ranked.slice(0, 4).join(", ")}`);
  }
}
