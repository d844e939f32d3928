/**
 * Compressed JavaScript that a browser fetches for a page, above that of an empty page of the same framework version,
 * which is built in a scratch folder in the same run.
 *
 *   node bench/page-weight.ts --base http://localhost:3000 [--path /catalog] [--email …]
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";

const { values } = parseArgs({
  options: {
    base: { type: "string", default: "http://localhost:3000" },
    path: { type: "string", default: "/catalog" },
    email: { type: "string", default: "amelia.hart@northmere.example" },
  },
});

const next = resolve("node_modules/next/dist/bin/next");

async function emptyApp(): Promise<{ url: string; end: () => void }> {
  mkdirSync(resolve("test-results"), { recursive: true });
  const folder = mkdtempSync(resolve("test-results/empty-app-"));
  mkdirSync(join(folder, "app"));
  writeFileSync(join(folder, "package.json"), '{"name":"empty","private":true,"type":"module"}');
  writeFileSync(
    join(folder, "app/layout.jsx"),
    "export default function Layout({ children }) { return <html><body>{children}</body></html>; }",
  );
  writeFileSync(
    join(folder, "app/page.jsx"),
    "export const dynamic = 'force-dynamic';\nexport default function Page() { return <p>Empty</p>; }",
  );
  // Without one of its own, the build takes that of the folder above.
  writeFileSync(join(folder, "instrumentation.js"), "export function register() {}");
  const built = spawnSync(process.execPath, [next, "build"], { cwd: folder, encoding: "utf8" });
  if (built.status !== 0) throw new Error(`The empty app did not build:\n${built.stdout}${built.stderr}`);
  const port = 42900 + Math.floor(Math.random() * 90);
  const server: ChildProcess = spawn(process.execPath, [next, "start", "-p", String(port)], {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 50; tries += 1) {
    if (
      await fetch(url).then(
        (response) => response.ok,
        () => false,
      )
    )
      break;
    await pause(200);
  }
  return {
    url,
    end: () => {
      server.kill("SIGTERM");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

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

/** Encoded bytes of all scripts that a page fetches before it is quiet. */
async function scriptBytes(address: string, email: string | null): Promise<{ bytes: number; files: number }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  if (email) {
    await context.request.post(`${values.base}/api/auth/callback/demo`, {
      form: { email, callbackUrl: "/" },
      headers: { origin: values.base, "sec-fetch-site": "same-origin" },
      maxRedirects: 0,
    });
  }
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  const scripts = new Set<string>();
  let bytes = 0;
  session.on("Network.responseReceived", ({ requestId, type }) => {
    if (type === "Script") scripts.add(requestId);
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await page.goto(address, { waitUntil: "load" });
  await pause(2500);
  await context.close();
  return { bytes, files: scripts.size };
}

const empty = await emptyApp();
try {
  const bare = await scriptBytes(empty.url, null);
  const page = await scriptBytes(`${values.base}${values.path}`, values.email);
  console.table({ "empty page": bare, [values.path]: page });
  console.log(
    `${values.path}: ${((page.bytes - bare.bytes) / 1024).toFixed(1)} kB of compressed JavaScript above the empty page`,
  );
} finally {
  empty.end();
  await browser.close();
}
