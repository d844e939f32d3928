import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startDemoServices } from "#demo/services/start-services.ts";
import { plannedTools } from "#demo/tools/all-tools.ts";
import { db } from "#lib/db/client.ts";
import { viewerOfSession } from "#lib/identity/server/load-viewer.ts";
import { startSession } from "#lib/identity/server/start-session.ts";
import { seedDemoCompany } from "#prisma/seed/main.ts";
import { type MeasuredRequest, readMeasuredRequests } from "../assistant/measured-requests.ts";
import { type Answer, ask, times } from "./ask.ts";
import { type Judged, mean, ndcgAt10, reciprocalRank } from "./measures.ts";
import { openScratchDatabase } from "./scratch-database.ts";

const asker = "amelia.hart@northmere.example";

/** Slugs of the tools that answer a request: those with its operation, or those that read its document. */
async function answering(request: MeasuredRequest): Promise<string[]> {
  if (request.kind === "quote") {
    const sets = request.expect.passages.map(({ document }) => document.split("/")[0] ?? "");
    return plannedTools
      .filter(({ making }) => making.kind === "knowledge" && making.sets.some((set) => sets.includes(set)))
      .map(({ slug }) => slug);
  }
  if (request.kind !== "call") return [];
  const names = [request.expect, ...(request.expect.alternatives ?? [])].map(({ operation }) => operation);
  const tools = await db().tool.findMany({
    where: { currentVersion: { operations: { some: { name: { in: names } } } } },
    select: { slug: true },
  });
  return tools.map(({ slug }) => slug);
}

/**
 * Prints how well the catalog finds the tool of each written request to the demo company, where tools have docs, ratings
 * and use, which the other sets have not; with `showsWorst` the requests whose tool is not first.
 */
export async function measureDemo({ showsWorst }: { readonly showsWorst: boolean }): Promise<void> {
  const close = await openScratchDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), "weft-bench-"));
  const token = "token of the bench";
  const today = new Date().toISOString().slice(0, 10);
  const services = await startDemoServices({ port: 0, dataDir, day: today, token });
  try {
    await seedDemoCompany({ servicesUrl: services.url, token, today });
    const person = await db().person.findUniqueOrThrow({
      where: { email: asker },
      select: { id: true, name: true },
    });
    const viewer = await viewerOfSession(await startSession(person, "demo"));
    if (!viewer) throw new Error(`${asker} cannot sign in.`);
    const slugOf = new Map(
      (await db().tool.findMany({ select: { id: true, slug: true } })).map(({ id, slug }) => [id, slug]),
    );
    const answers: (Answer & Judged & { readonly request: MeasuredRequest })[] = [];
    for (const request of [undefined, "requests-held-out.json"].flatMap(
      (name) => readMeasuredRequests(name).requests,
    )) {
      const slugs = await answering(request);
      if (slugs.length === 0) continue;
      const answer = await ask(viewer, request.text);
      const ranked = answer.ids.map((id) => slugOf.get(id) ?? "");
      answers.push({ ...answer, request, ranked, grades: new Map(slugs.map((slug) => [slug, 1])) });
    }
    const figures = (kind?: string) => {
      const own = answers.filter(({ request }) => !kind || request.kind === kind);
      const share = (measure: (one: Judged) => number) => Math.round(1000 * mean(own.map(measure))) / 10;
      return {
        requests: own.length,
        "first %": share(({ ranked, grades }) => (grades.has(ranked[0] ?? "") ? 1 : 0)),
        "nDCG@10": share(ndcgAt10),
        mrr: share(reciprocalRank),
      };
    };
    console.table({ call: figures("call"), quote: figures("quote"), all: figures() });
    const { p50_ms, p95_ms } = times(answers);
    console.log(`${slugOf.size} tools; p50 ${p50_ms} ms, p95 ${p95_ms} ms`);
    if (!showsWorst) return;
    for (const { request, ranked, grades } of answers.filter((one) => reciprocalRank(one) < 1))
      console.log(
        `${request.kind}: ${request.text}\n    ${ranked.slice(0, 4).join(", ")}; right: ${[...grades.keys()].join(", ")}`,
      );
  } finally {
    await services.close();
    await close();
    await rm(dataDir, { recursive: true, force: true });
  }
}
