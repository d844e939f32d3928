import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { type ChatRequest, misbehaviours, type Turn, turnFor } from "./model-script.ts";

export type ReceivedRequest = {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: ChatRequest;
  /** When the connection was closed before the answer was whole, in milliseconds since 1970. */
  cutAt: number | null;
};

export type ModelServer = {
  /** What a provider's address is: with `/v1`. */
  readonly baseUrl: string;
  readonly host: string;
  /** Chat requests as they came, oldest first. */
  readonly requests: readonly ReceivedRequest[];
  /** Makes a model follow these turns whatever it is asked; without turns it follows the message again. */
  script(model: string, turns?: readonly Turn[]): void;
  /** Lets a model that misbehaves by its name answer like any other, or misbehave again. */
  heal(model: string, isHealed?: boolean): void;
  close(): Promise<void>;
};

type Options = {
  readonly port?: number;
  /** When given, every request needs it as its bearer token. */
  readonly apiKey?: string;
};

const models = ["writer", ...misbehaviours];
const statuses: Readonly<Record<string, readonly [number, string]>> = {
  "refuses-key": [401, "Incorrect API key provided: sk-...9"],
  "rate-limited": [429, "Rate limit reached"],
  "rate-limited-once": [429, "Rate limit reached"],
  "rate-limited-silently": [429, "Rate limit reached"],
  fails: [500, "The server had an error while processing your request"],
  "fails-once": [503, "Overloaded"],
  rejects: [400, "This model's maximum context length is 4096 tokens"],
};

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
}

function wordsOf(text: string): string[] {
  return text.match(/\s*\S+|\s+$/g) ?? [];
}

/** Writes one answer as server-sent events, in the shapes of OpenAI's chat completions. */
class Answer {
  readonly #response: ServerResponse;
  readonly #request: ChatRequest;
  readonly #turn: Turn;
  #written = 0;

  constructor(response: ServerResponse, request: ChatRequest, turn: Turn) {
    this.#response = response;
    this.#request = request;
    this.#turn = turn;
  }

  #raw(text: string): Promise<unknown> | undefined {
    if (this.#response.write(text)) return undefined;
    return new Promise((resolve) => {
      this.#response.once("drain", resolve);
      this.#response.once("close", resolve);
    });
  }

  #chunk(body: Record<string, unknown>): Promise<unknown> | undefined {
    const base = {
      id: "chatcmpl-1",
      object: "chat.completion.chunk",
      created: 1_700_000_000,
      model: this.#request.model,
    };
    return this.#raw(`data: ${JSON.stringify({ ...base, ...body })}\n\n`);
  }

  async delta(delta: Record<string, unknown>, finish: string | null = null): Promise<void> {
    if (this.#written > 0 && this.#turn.pauseMs) await pause(this.#turn.pauseMs);
    this.#written += 1;
    await this.#chunk({ choices: [{ index: 0, delta, finish_reason: finish }] });
  }

  async begin(): Promise<void> {
    this.#response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
    this.#response.flushHeaders();
    if (this.#turn.firstPauseMs) await pause(this.#turn.firstPauseMs);
  }

  async text(words: readonly string[]): Promise<void> {
    if (this.#written === 0) await this.delta({ role: "assistant", content: "" });
    for (const word of words) await this.delta({ content: word });
  }

  /** Arguments come in pieces, as real servers send them. */
  async calls(): Promise<void> {
    const offered = (this.#request.tools ?? []).map((tool) => tool.function.name);
    for (const [index, call] of (this.#turn.calls ?? []).entries()) {
      const name =
        offered.find((candidate) => candidate === call.tool || candidate.endsWith(call.tool)) ?? call.tool;
      const text = typeof call.arguments === "string" ? call.arguments : JSON.stringify(call.arguments);
      const id = `call_${this.#request.messages.length}_${index}`;
      await this.delta({ tool_calls: [{ index, id, type: "function", function: { name, arguments: "" } }] });
      for (const piece of text.match(/[\s\S]{1,7}/g) ?? []) {
        await this.delta({ tool_calls: [{ index, function: { arguments: piece } }] });
      }
    }
  }

  async end(): Promise<void> {
    const finish = this.#turn.finish ?? (this.#turn.calls?.length ? "tool_calls" : "stop");
    await this.delta({}, finish);
    if (this.#request.stream_options?.include_usage) {
      const prompt = Math.ceil(JSON.stringify(this.#request.messages).length / 4);
      await this.#chunk({
        choices: [],
        usage: {
          prompt_tokens: prompt,
          completion_tokens: this.#written,
          total_tokens: prompt + this.#written,
        },
      });
    }
    await this.#raw("data: [DONE]\n\n");
    this.#response.end();
  }

  /** Repeats a line until the reader has had enough. */
  async endless(line: () => Promise<unknown>): Promise<void> {
    while (!this.#response.destroyed) {
      await line();
      await pause(1);
    }
  }

  comment(): Promise<unknown> {
    return Promise.resolve(this.#raw(": still here\n\n\n"));
  }

  nonsense(): void {
    this.#response.end('data: {"choices": [{"delta": {"content": "He\n\ndata: <<<>>>\n\n');
  }

  errorChunk(): void {
    this.#response.end(
      `data: ${JSON.stringify({ error: { message: "CUDA out of memory at /opt/models/secret-path", type: "server_error" } })}\n\n`,
    );
  }

  async endWithoutFinish(): Promise<void> {
    await this.#raw("data: [DONE]\n\n");
    this.#response.end();
  }
}

async function misbehave(answer: Answer, turn: Turn, response: ServerResponse): Promise<void> {
  const words = wordsOf(turn.say ?? "");
  const half = words.slice(0, Math.ceil(words.length / 2));
  switch (turn.misbehaves) {
    case "hangs-after-headers":
      return;
    case "cuts-at-once":
      response.destroy();
      return;
    case "drips":
      for (const letter of turn.say ?? "") {
        if (response.destroyed) return;
        await answer.text([letter]);
        await pause(turn.pauseMs ?? 250);
      }
      return answer.end();
    case "huge-chunk":
      await answer.text(["word ".repeat(200_000)]);
      return answer.end();
    case "hangs-midway":
      return answer.text(half);
    case "cuts-midway":
      await answer.text(half);
      await pause(30);
      response.destroy();
      return;
    case "nonsense":
      return answer.nonsense();
    case "error-chunk":
      await answer.text(half);
      return answer.errorChunk();
    case "no-finish":
      await answer.text(half);
      return answer.endWithoutFinish();
    case "endless-blanks":
      return answer.endless(() => answer.delta({ content: " \n".repeat(50) }));
    case "endless-comments":
      return answer.endless(() => answer.comment());
    case "endless-text":
      return answer.endless(() => answer.delta({ content: "and on it goes ".repeat(400) }));
    default:
      return answer.end();
  }
}

function wholeAnswer(request: ChatRequest, turn: Turn): unknown {
  return {
    id: "chatcmpl-1",
    object: "chat.completion",
    created: 1_700_000_000,
    model: request.model,
    choices: [
      {
        index: 0,
        message: { role: "assistant", content: turn.say ?? "" },
        finish_reason: turn.finish ?? "stop",
      },
    ],
    usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
  };
}

/** A real OpenAI-compatible server on loopback that does what the model's name or the person's message says. */
export async function startModelServer(options: Options = {}): Promise<ModelServer> {
  const requests: ReceivedRequest[] = [];
  const scripts = new Map<string, readonly Turn[]>();
  const healed = new Set<string>();

  const chat = async (received: ReceivedRequest, response: ServerResponse): Promise<void> => {
    const { body } = received;
    requests.push(received);
    response.once("close", () => {
      if (!response.writableFinished) received.cutAt = Date.now();
    });
    const { misbehaves: scripted, ...rest } = turnFor(body, scripts.get(body.model));
    const turn: Turn = scripted && !healed.has(body.model) ? { ...rest, misbehaves: scripted } : rest;
    const { misbehaves } = turn;
    const isRepeat =
      requests.filter(
        (earlier) =>
          earlier.body.messages.length === body.messages.length && earlier.body.model === body.model,
      ).length %
        2 ===
      0;
    const recovers = misbehaves?.endsWith("-once") && isRepeat;
    const status = misbehaves ? statuses[misbehaves] : undefined;
    if (status && !recovers) {
      const says = status[0] === 429 && misbehaves !== "rate-limited-silently";
      const headers: Record<string, string> = says ? { "retry-after": "1" } : {};
      return sendJson(
        response,
        status[0],
        { error: { message: status[1], type: "error", code: null } },
        headers,
      );
    }
    if (misbehaves === "hangs") return;
    if (misbehaves === "resets") {
      response.socket?.resetAndDestroy();
      return;
    }
    if (misbehaves === "web-page") {
      response
        .writeHead(200, { "content-type": "text/html" })
        .end("<!doctype html><title>Welcome to nginx</title>");
      return;
    }
    if (!body.stream) return sendJson(response, 200, wholeAnswer(body, turn));
    const answer = new Answer(response, body, turn);
    await answer.begin();
    if (misbehaves && !status) return misbehave(answer, turn, response);
    await answer.text(wordsOf(turn.say ?? ""));
    await answer.calls();
    await answer.end();
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    const { authorization } = request.headers;
    if (options.apiKey && authorization !== `Bearer ${options.apiKey}`) {
      return sendJson(response, 401, {
        error: { message: "Incorrect API key provided", type: "invalid_request_error" },
      });
    }
    if (path === "/v1/models") {
      return sendJson(response, 200, {
        object: "list",
        data: models.map((id) => ({ id, object: "model", created: 0, owned_by: "test" })),
      });
    }
    if (path !== "/v1/chat/completions" || request.method !== "POST") {
      return sendJson(response, 404, {
        error: { message: `No route for ${path}`, type: "invalid_request_error" },
      });
    }
    const body = JSON.parse(await readBody(request)) as ChatRequest;
    await chat({ path, authorization, body, cutAt: null }, response);
  };

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      if (!response.headersSent)
        sendJson(response, 400, { error: { message: String(error), type: "script" } });
      else response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, "127.0.0.1", resolve);
  });
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    baseUrl: `http://${host}/v1`,
    host,
    requests,
    script: (model, turns) => {
      if (turns) scripts.set(model, turns);
      else scripts.delete(model);
    },
    heal: (model, isHealed = true) => {
      if (isHealed) healed.add(model);
      else healed.delete(model);
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { port: { type: "string", default: "41900" }, key: { type: "string" } },
  });
  const server = await startModelServer({
    port: Number(values.port),
    ...(values.key ? { apiKey: values.key } : {}),
  });
  process.stdout.write(`The model server is ready: ${server.baseUrl}\n`);
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => void server.close().then(() => process.exit(0)));
}
