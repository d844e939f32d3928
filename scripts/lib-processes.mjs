import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { explainOutput, Problem, Stopped } from "./lib-problem.mjs";

/** The folder of the project. */
export const root = join(dirname(fileURLToPath(import.meta.url)), "..");

const isWindows = process.platform === "win32";
const keptOutput = 64 * 1024;
const living = new Set();

/** The Node that the project pins; the one that runs this script may be older. */
export function pinnedNode() {
  return join(root, "node_modules/node/bin", isWindows ? "node.exe" : "node");
}

/** How to call npm: the one that started this script, else the one on the path. */
export function npmCommand(args) {
  const script = process.env.npm_execpath;
  if (script?.endsWith("npm-cli.js") && existsSync(script))
    return { command: process.execPath, args: [script, ...args] };
  return { command: isWindows ? "npm.cmd" : "npm", args };
}

function signalTree(child, signal) {
  try {
    // A part may have children of its own; each is a process group, out of reach of the terminal's Ctrl-C.
    if (isWindows) child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch (error) {
    if (error.code !== "ESRCH") throw error;
  }
}

function launch(command, args, { env = process.env, ipc = false } = {}) {
  const child = spawn(command, args, {
    cwd: root,
    env,
    detached: !isWindows,
    shell: isWindows && command.endsWith(".cmd"),
    stdio: ["ignore", "pipe", "pipe", ...(ipc ? ["ipc"] : [])],
  });
  const exited = new Promise((resolve) => {
    child.once("error", (error) => resolve({ error }));
    child.once("close", (code, signal) => resolve({ code, signal }));
  }).then((end) => {
    living.delete(child);
    return end;
  });
  if (child.pid) living.add(child);
  return { child, exited };
}

/** Keeps the end of what a child prints, and hands it on line by line. */
function watchOutput(child, onLine) {
  let tail = "";
  for (const stream of [child.stdout, child.stderr]) {
    let rest = "";
    stream.setEncoding("utf8");
    stream.on("data", (chunk) => {
      tail = (tail + chunk).slice(-keptOutput);
      const lines = (rest + chunk).split("\n");
      rest = lines.pop();
      for (const line of lines) onLine?.(line, stream === child.stderr);
    });
    stream.on("end", () => rest && onLine?.(rest, stream === child.stderr));
  }
  return () => tail;
}

async function stopChild(child, exited, graceMs) {
  signalTree(child, "SIGTERM");
  const timer = setTimeout(() => signalTree(child, "SIGKILL"), graceMs);
  const end = await exited;
  clearTimeout(timer);
  return end;
}

/**
 * Runs a command to its end and returns what it printed.
 * @param {{ env?: object, step?: string, stop?: AbortSignal, ipc?: boolean, onLine?: Function, onMessage?: Function, mayFail?: boolean }} options
 *   `step` names what it is for in messages; `mayFail` returns the exit code instead of throwing
 */
export async function runToEnd(command, args, options = {}) {
  const { step = "the command", stop, onLine, onMessage, mayFail = false } = options;
  if (stop?.aborted) throw new Stopped();
  const { child, exited } = launch(command, args, options);
  if (!child.pid) throw new Problem(`${command} cannot be started (${(await exited).error.code}).`);
  const output = watchOutput(child, onLine);
  if (onMessage) child.on("message", onMessage);
  const onStop = () => stopChild(child, exited, 5_000);
  stop?.addEventListener("abort", onStop, { once: true });
  const { code, signal } = await exited;
  stop?.removeEventListener("abort", onStop);
  if (stop?.aborted) throw new Stopped();
  if (code === 0 || mayFail) return { output: output(), code: code ?? 1, pid: child.pid };
  const found = explainOutput(output(), step);
  if (found && !found.showsOutput) throw new Problem(found.sentence);
  const text = output().trim();
  throw new Problem(
    `${text}${text ? "\n\n" : ""}${found?.sentence ?? `Stopped at ${step}: it ended with ${signal ?? `code ${code}`}.`}`,
  );
}

/** Starts a part that runs until it is stopped. */
export function startPart(name, command, args, options = {}) {
  const { child, exited } = launch(command, args, options);
  const output = watchOutput(child, options.onLine);
  return {
    name,
    pid: child.pid,
    exited,
    output,
    stop: (graceMs = 15_000) => stopChild(child, exited, graceMs),
  };
}

function killAll() {
  for (const child of living) signalTree(child, "SIGKILL");
}

/**
 * A signal that aborts with the first Ctrl-C or SIGTERM. A second one, at least a second later, ends everything at once.
 */
export function stopOnSignals() {
  const controller = new AbortController();
  let since;
  const onSignal = () => {
    if (since === undefined) {
      since = Date.now();
      controller.abort(new Stopped());
      // npm hands a terminal's Ctrl-C on, so one key press arrives here twice.
    } else if (Date.now() - since > 1_000) {
      killAll();
      process.exit(130);
    }
  };
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(name, onSignal);
  // An npm that is killed takes nobody with it.
  if (process.env.npm_lifecycle_event) {
    const parent = process.ppid;
    const watch = () => process.ppid !== parent && since === undefined && onSignal();
    setInterval(watch, 1_000).unref();
  }
  process.on("exit", killAll);
  return controller.signal;
}

/** Waits until a signal aborts. */
export async function untilAborted(signal) {
  if (!signal.aborted) await once(signal, "abort");
}
