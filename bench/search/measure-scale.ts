import { catalogChanged } from "#lib/catalog/server/catalog-changed.ts";
import { searchCatalog } from "#lib/catalog/server/search-catalog.ts";
import { toolIndex } from "#lib/catalog/server/tool-index.ts";
import { db } from "#lib/db/client.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { makeTeam, makeViewer } from "#lib/identity/testing/make-people.ts";
import { generatedQuery, generatedTool } from "./generated-tools.ts";
import { insertTools } from "./insert-tools.ts";
import { percentile } from "./measures.ts";
import { openScratchDatabase } from "./scratch-database.ts";

const clients = 8;
const domainCount = 7;
const warmUp = 60;

const rounded = (value: number) => Math.round(value * 10) / 10;

async function askAt(viewer: Viewer, at: number): Promise<number> {
  const { text, isTyping } = generatedQuery(at);
  const begin = performance.now();
  await searchCatalog(viewer, { q: text, ...(isTyping ? { typing: "1" } : {}) });
  return performance.now() - begin;
}

async function oneByOne(viewer: Viewer, count: number, first: number): Promise<number[]> {
  const times: number[] = [];
  for (let at = 0; at < count; at += 1) times.push(await askAt(viewer, first + at));
  return times;
}

/** Loads a catalog of so many tools and asks it. Times in milliseconds. */
export async function measureScale(size: number, queries: number, url: string | undefined) {
  const close = await openScratchDatabase(url);
  try {
    const places = await Promise.all(Array.from({ length: domainCount }, (_, at) => makeTeam(`Part ${at}`)));
    const ids = await insertTools(
      Array.from({ length: size }, (_, at) =>
        generatedTool(
          at,
          places.map(({ domainId }) => domainId),
          places.map(({ teamId }) => teamId),
        ),
      ),
    );
    const viewers = await Promise.all(
      Array.from({ length: clients }, (_, at) => {
        const teamId = places[at % domainCount]?.teamId;
        return makeViewer(teamId ? { teamId } : {});
      }),
    );
    const [viewer] = viewers;
    if (!viewer) throw new Error("There is nobody to ask.");

    const buildBegin = performance.now();
    const buildCpuBegin = process.cpuUsage();
    await toolIndex();
    const build = performance.now() - buildBegin;
    const buildCpu = process.cpuUsage(buildCpuBegin);
    await oneByOne(viewer, warmUp, 10_000);
    const cpuBegin = process.cpuUsage();
    const alone = await oneByOne(viewer, queries, 0);
    const cpu = process.cpuUsage(cpuBegin);
    const together = (
      await Promise.all(
        viewers.map((one, at) => oneByOne(one, Math.ceil(queries / clients), 1000 * (at + 1))),
      )
    ).flat();
    const all = performance.now();
    await searchCatalog(viewer, {});
    const browse = performance.now() - all;

    const changeBegin = performance.now();
    await db().tool.update({ where: { id: ids[0] ?? "" }, data: { name: "Changed name" } });
    await catalogChanged(ids.slice(0, 1));
    await toolIndex();
    const change = performance.now() - changeBegin;
    global.gc?.();
    return {
      tools: size,
      "build ms": Math.round(build),
      "build cpu": Math.round((buildCpu.user + buildCpu.system) / 1000),
      // Of this process, the embedded database included; the machine's other work does not count.
      "cpu ms": rounded((cpu.user + cpu.system) / 1000 / queries),
      "1 client p50": rounded(percentile(alone, 0.5)),
      "1 client p95": rounded(percentile(alone, 0.95)),
      "8 clients p50": rounded(percentile(together, 0.5)),
      "8 clients p95": rounded(percentile(together, 0.95)),
      "browse ms": rounded(browse),
      "change ms": rounded(change),
      "heap MB": Math.round(process.memoryUsage().heapUsed / 2 ** 20),
    };
  } finally {
    await close();
  }
}
