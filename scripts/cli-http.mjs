import { CliProblem } from "./cli-problem.mjs";

const mostBytes = 32 * 1024 * 1024;

async function textOf(response, origin) {
  const chunks = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > mostBytes) throw new CliProblem(`${origin} sends more than an answer of Weft can hold.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function unreachable(error, { origin, waitSeconds }) {
  if (error instanceof CliProblem) return error;
  if (error.name === "TimeoutError")
    return new CliProblem(`${origin} did not answer within ${waitSeconds} s.`);
  const code = error.cause?.code ?? error.code ?? error.cause?.message ?? error.message;
  return new CliProblem(
    `Weft does not answer at ${origin} (${code}). Start it with npm run up, or say where it is with --url or WEFT_URL.`,
  );
}

const notWeft = (origin, status) =>
  new CliProblem(
    `What answers at ${origin} (status ${status}) is not Weft, or something in between answers for it.`,
  );

/** A refusal as Weft words it: what is wrong, what to do, and the id to ask about. */
function refusalOf(status, text, origin) {
  let error;
  try {
    error = JSON.parse(text).error;
  } catch {
    throw notWeft(origin, status);
  }
  if (typeof error?.message !== "string") throw notWeft(origin, status);
  const words = [error.message, error.mend].filter(Boolean).join(" ");
  const asked = status >= 500 && error.requestId ? ` (request ${error.requestId})` : "";
  const problem = new CliProblem(words + asked);
  problem.problems = Array.isArray(error.details?.problems) ? error.details.problems : [];
  problem.fields = Array.isArray(error.fields) ? error.fields : [];
  return problem;
}

/** Asks the portal; gives the text of its answer, or throws a CliProblem with what it said instead. */
export async function ask(target, path, body) {
  const { origin, key, waitSeconds } = target;
  let response;
  let text;
  try {
    response = await fetch(`${origin}${path}`, {
      method: body === undefined ? "GET" : "POST",
      headers: {
        authorization: `Bearer ${key}`,
        "user-agent": "weft-cli",
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      // A key is never carried on to another place.
      redirect: "manual",
      signal: AbortSignal.timeout(waitSeconds * 1000),
    });
    text = await textOf(response, origin);
  } catch (error) {
    throw unreachable(error, target);
  }
  if (response.status >= 300 && response.status < 400)
    throw new CliProblem(
      `${origin} sends on to ${response.headers.get("location")}. Give that address with --url.`,
    );
  if (!response.ok) throw refusalOf(response.status, text, origin);
  return text;
}

/** The same for an answer in JSON. */
export async function askJson(target, path, body) {
  const text = await ask(target, path, body);
  try {
    return JSON.parse(text);
  } catch {
    throw notWeft(target.origin, 200);
  }
}
