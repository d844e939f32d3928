/**
 * How fast pages come: the time in which the server has sent the whole page, over and over on one connection, and what
 * a browser without cache sees: first byte, largest contentful paint, layout shift.
 *
 *   node bench/page-timing.ts --base http://localhost:3000 [--rounds 200] [--loads 11] [--email …]
 *     [--paths /catalog,/catalog/ticket-desk]
 */
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { percentile } from "./search/measures.ts";

const { values } = parseArgs({
  options: {
    base: { type: "string", default: "http://localhost:3000" },
    rounds: { type: "string", default: "200" },
    loads: { type: "string", default: "11" },
    email: { type: "string", default: "amelia.hart@northmere.example" },
    paths: {
      type: "string",
      default:
        "/,/catalog,/catalog?q=open+a+ticket,/catalog/ticket-desk,/catalog/ticket-desk?tab=trust,/catalog/ticket-desk?tab=docs",
    },
  },
});
const { base, email } = values;
const paths = values.paths.split(",");

const browser = await chromium.launch({
  executablePath: process.env.WEFT_CHROMIUM ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
  ],
});

async function signedIn() {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.request.post(`${base}/api/auth/callback/demo`, {
    form: { email, callbackUrl: "/" },
    headers: { origin: base, "sec-fetch-site": "same-origin" },
    maxRedirects: 0,
  });
  return context;
}

const round = (value: number) => Math.round(value * 10) / 10;

/** Milliseconds until the whole page was there, after a first tenth that only warms up. */
async function serverTimes(path: string, cookie: string): Promise<number[]> {
  const rounds = Number(values.rounds);
  const times: number[] = [];
  for (let at = -Math.ceil(rounds / 10); at < rounds; at += 1) {
    const begin = performance.now();
    const response = await fetch(`${base}${path}`, { headers: { cookie }, redirect: "manual" });
    await response.text();
    if (response.status !== 200) throw new Error(`${path} answered ${response.status}.`);
    if (at >= 0) times.push(performance.now() - begin);
  }
  return times;
}

type Seen = { readonly lcp: number; readonly shift: number; readonly firstByte: number };

async function seen(path: string, storageState: Awaited<ReturnType<typeof stateOf>>): Promise<Seen> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, storageState });
  const page = await context.newPage();
  await page.addInitScript(() => {
    const found = { lcp: 0, shift: 0 };
    Object.assign(window, { found });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) found.lcp = Math.max(found.lcp, entry.startTime);
    }).observe({ type: "largest-contentful-paint", buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const shift = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
        if (!shift.hadRecentInput) found.shift += shift.value;
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto(`${base}${path}`, { waitUntil: "load" });
  await page.waitForTimeout(1500);
  const result = await page.evaluate(() => {
    const { found } = window as unknown as { found: { lcp: number; shift: number } };
    const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    return { ...found, firstByte: navigation?.responseStart ?? 0 };
  });
  await context.close();
  return result;
}

const context = await signedIn();
const stateOf = () => context.storageState();
try {
  const storageState = await stateOf();
  const cookie = storageState.cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const rows: Record<string, Record<string, number>> = {};
  for (const path of paths) {
    const times = await serverTimes(path, cookie);
    const loads: Seen[] = [];
    for (let at = 0; at < Number(values.loads); at += 1) loads.push(await seen(path, storageState));
    const of = (key: keyof Seen, share: number) =>
      percentile(
        loads.map((load) => load[key]),
        share,
      );
    rows[path] = {
      "server p50 ms": round(percentile(times, 0.5)),
      "server p95 ms": round(percentile(times, 0.95)),
      "LCP p50 ms": round(of("lcp", 0.5)),
      "LCP worst ms": round(of("lcp", 1)),
      "first byte p50 ms": round(of("firstByte", 0.5)),
      "worst shift": Math.round(of("shift", 1) * 10_000) / 10_000,
    };
  }
  console.table(rows);
} finally {
  await browser.close();
}
