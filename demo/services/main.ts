/** Starts the demo services: `node demo/services/main.ts --data DIR [--port N] [--day YYYY-MM-DD] [--token TEXT]`. */
import { parseArgs } from "node:util";
import { defaultToken } from "./credentials.ts";
import { startDemoServices } from "./start-services.ts";

const defaultPort = 4100;

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

function readArguments() {
  try {
    return parseArgs({
      options: {
        port: { type: "string", default: String(defaultPort) },
        data: { type: "string" },
        day: { type: "string" },
        token: { type: "string", default: defaultToken },
      },
    }).values;
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

const given = readArguments();
const port = Number(given.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535) fail(`--port ${given.port} is not a port.`);
if (given.data === undefined) fail("Name the folder for what is written: --data DIR.");
if (given.day !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(given.day))
  fail(`--day ${given.day} is not a day.`);

try {
  const services = await startDemoServices({ port, dataDir: given.data, day: given.day, token: given.token });
  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    await services.close();
    process.exit(0);
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  // Whoever reads this line may stop the process at once.
  console.log(`Demo services are ready: ${services.url} (seeded for ${services.day})`);
} catch (error) {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE") fail(`Port ${port} is taken. Choose another with --port.`);
  throw error;
}
