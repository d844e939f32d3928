/**
 * Time from sending a message to the first text of the answer, through Weft and from the same model server directly,
 * taken in turns in one run. Weft's time holds storing, routing, policy, the trail and the stored event.
 *
 *   node bench/chat-first-byte.ts --base http://localhost:3000 --model http://127.0.0.1:4000/v1 --name NAME \
 *     [--email amelia.hart@northmere.example] [--rounds 100]
 */
import { randomUUID } from "node:crypto";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: {
    base: { type: "string", default: "http://localhost:3000" },
    model: { type: "string" },
    name: { type: "string" },
    email: { type: "string", default: "amelia.hart@northmere.example" },
    rounds: { type: "string", default: "100" },
  },
});
if (!values.model || !values.name)
  throw new Error("--model and --name say which model server to compare with.");
const base = values.base;
const question = "Say hello to the new colleague in one sentence.";

async function signIn(): Promise<string> {
  const response = await fetch(`${base}/api/auth/callback/demo`, {
    method: "POST",
    redirect: "manual",
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      origin: base,
      "sec-fetch-site": "same-origin",
    },
    body: new URLSearchParams({ email: values.email, callbackUrl: "/" }),
  });
  const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(";")[0]);
  if (cookies.length === 0) throw new Error(`Signing in failed with status ${response.status}.`);
  return cookies.join("; ");
}

const cookie = await signIn();
const headers = { cookie, origin: base, "sec-fetch-site": "same-origin", "content-type": "application/json" };

async function post<T>(path: string, body: unknown): Promise<T> {
  const response = await fetch(`${base}${path}`, { method: "POST", headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

/** Reads a stream until `isFirst` finds what it looks for, then drops it. */
async function untilFirst(response: Response, isFirst: (text: string) => boolean): Promise<void> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (isFirst(text)) return;
  }
  throw new Error(`The stream ended without text: ${text.slice(-400)}`);
}

async function direct(): Promise<number> {
  const begin = performance.now();
  const response = await fetch(`${values.model}/chat/completions`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      model: values.name,
      stream: true,
      messages: [{ role: "user", content: question }],
    }),
  });
  await untilFirst(response, (text) => /"content":"[^"]/.test(text));
  return performance.now() - begin;
}

async function throughWeft(): Promise<number> {
  const { id } = await post<{ id: string }>("/api/conversations", {});
  const begin = performance.now();
  const { runId } = await post<{ runId: string }>(`/api/conversations/${id}/messages`, {
    id: randomUUID(),
    text: question,
    parentId: null,
  });
  const events = await fetch(`${base}/api/runs/${runId}/events?after=0`, { headers: { cookie } });
  await untilFirst(events, (text) => text.includes('"kind":"text"'));
  return performance.now() - begin;
}

function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

const rounds = Number(values.rounds);
const times = { direct: [] as number[], weft: [] as number[] };
for (let round = 0; round < rounds + 5; round += 1) {
  const [first, second] = [await direct(), await throughWeft()];
  if (round < 5) continue;
  times.direct.push(first);
  times.weft.push(second);
}
const row = (list: readonly number[]) => ({
  p50: percentile(list, 0.5).toFixed(1),
  p95: percentile(list, 0.95).toFixed(1),
});
console.table({ direct: row(times.direct), weft: row(times.weft) });
const over = (share: number) => (percentile(times.weft, share) - percentile(times.direct, share)).toFixed(1);
console.log(`added: p50 ${over(0.5)} ms, p95 ${over(0.95)} ms over ${rounds} rounds`);
