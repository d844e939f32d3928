import { get } from "node:http";
import { explainOutput, Problem, Stopped } from "./lib-problem.mjs";

function ask(url) {
  return new Promise((resolve) => {
    const request = get(url, { timeout: 5_000, agent: false }, (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (chunk) => {
        body = (body + chunk).slice(0, 2_000);
      });
      response.on("end", () => resolve({ status: response.statusCode, body }));
      response.on("error", () => resolve({}));
    });
    request.on("timeout", () => request.destroy());
    request.on("error", () => resolve({}));
  });
}

/** Says why a part ended: in a sentence when the cause is known, else with what it printed, unless that was shown. */
export function endOf(part, { code, signal, error }, wasShown = false) {
  const output = wasShown ? "" : part.output().trim();
  const found = explainOutput(part.output());
  if (found) return new Problem(found.sentence);
  const how = error
    ? `could not be started (${error.code})`
    : `stopped unexpectedly (${signal ?? `code ${code}`})`;
  return new Problem(
    `${output ? `${output.split("\n").slice(-40).join("\n")}\n\n` : ""}${part.name} ${how}.`,
  );
}

/** Waits until an address answers with 200; throws when the part ends first, or after `limitMs`. */
export async function untilAnswers(part, url, stop, limitMs = 60_000) {
  const deadline = Date.now() + limitMs;
  let ended;
  part.exited.then((end) => {
    ended = end;
  });
  let last = {};
  for (;;) {
    if (stop?.aborted) throw new Stopped();
    if (ended) throw endOf(part, ended);
    last = await ask(url);
    if (last.status === 200) return;
    if (Date.now() > deadline) {
      const answer = last.status
        ? `it answers ${last.status}: ${last.body.slice(0, 300)}`
        : "it does not answer";
      throw new Problem(`${part.name} did not become ready within ${limitMs / 1000} s: ${answer}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
