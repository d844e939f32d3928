import { join } from "node:path";
import { nextScript } from "./lib-build.mjs";
import { endOf, untilAnswers } from "./lib-health.mjs";
import { pinnedNode, root, startPart, untilAborted } from "./lib-processes.mjs";

const withParent = ["--import", join(root, "scripts/lib-stop-with-parent.mjs")];
const forServer = ["--conditions=react-server"];
/**
 * Without a bound, V8 lets garbage grow to hundreds of MB on a machine with much memory before it collects. NODE_OPTIONS
 * may set another one.
 */
const bounded = ["--max-old-space-size=1024", "--max-semi-space-size=16"].filter(
  (flag) => !process.env.NODE_OPTIONS?.includes(flag.split("=")[0]),
);

/**
 * The running parts of Weft: each is started by one method, and all are stopped together.
 * What they print is kept until `open` is called, for the case that one of them fails at its start.
 */
export function createParts({ env, stop }) {
  const parts = [];
  let isOpen = false;

  function add(name, args, partEnv = env) {
    const part = startPart(name, pinnedNode(), args, {
      env: partEnv,
      onLine: (line, isError) => {
        if (isOpen) (isError ? process.stderr : process.stdout).write(`${line}\n`);
      },
    });
    parts.push(part);
    return part;
  }

  return {
    /** The demo company's services; their dates count from `day`. Resolves when they answer. */
    demoServices({ port, dataDir, day }) {
      const data = join(dataDir, "demo-services");
      const args = ["--port", String(port), "--data", data, ...(day ? ["--day", day] : [])];
      const part = add("The demo services", [
        ...withParent,
        ...forServer,
        join(root, "demo/services/main.ts"),
        ...args,
      ]);
      return untilAnswers(part, `http://127.0.0.1:${port}/health`, stop);
    },

    /** The process that does the background work when the database is a server. */
    worker() {
      add("The worker", [...withParent, ...forServer, join(root, "scripts/worker.ts")], {
        ...env,
        NODE_ENV: "production",
      });
    },

    /** The web server; `mode` is "start" or "dev". Resolves when it says that it is ready. */
    web({ mode, port, hostname }) {
      const part = add(
        "Weft",
        [...bounded, ...withParent, nextScript, mode, "-p", String(port), "-H", hostname],
        {
          ...env,
          NODE_ENV: mode === "dev" ? "development" : "production",
          NEXT_TELEMETRY_DISABLED: "1",
          // With an arena for every thread glibc holds on to tens of MB that nobody uses.
          MALLOC_ARENA_MAX: env.MALLOC_ARENA_MAX ?? "2",
          // instrumentation.ts lets requests end, closes the database and leaves.
          NEXT_MANUAL_SIG_HANDLE: mode === "dev" ? "" : "1",
        },
      );
      const limit = mode === "dev" ? 180_000 : 60_000;
      return untilAnswers(part, `http://127.0.0.1:${port}/api/health/ready`, stop, limit);
    },

    /** Shows from now on what the parts print. */
    open() {
      isOpen = true;
    },

    /** Returns when a signal asks to stop; throws when a part ends by itself. */
    async untilStopped() {
      const ended = Promise.race(parts.map((part) => part.exited.then((end) => ({ part, end }))));
      const first = await Promise.race([ended, untilAborted(stop)]);
      if (first) throw endOf(first.part, first.end, isOpen);
    },

    /** Stops all, the web server first: its open answers may still call the others. */
    async stop() {
      isOpen = false;
      for (const part of parts.splice(0).reverse()) await part.stop();
    },
  };
}
