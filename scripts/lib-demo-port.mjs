import { join } from "node:path";
import { readMarker, writeMarker } from "./lib-fingerprint.mjs";
import { freePort } from "./lib-ports.mjs";
import { Problem } from "./lib-problem.mjs";

// Below the range from which systems give out ports, so that it is still free at the next start.
const firstChoice = 4100;
const choices = 50;

async function firstFreePort() {
  for (let port = firstChoice; port < firstChoice + choices; port++) {
    if ((await freePort(port)) === port) return port;
  }
  return freePort();
}

/**
 * The port of the demo company's services. Its tools know the services by their address, so a seeded data folder keeps
 * its port.
 * @throws {Problem} when somebody else has taken it
 */
export async function demoPort(dataDir, { isSeedingAgain }) {
  const path = join(dataDir, "demo.json");
  const known = readMarker(path)?.port;
  const isSeeded = readMarker(join(dataDir, "prepared.json"))?.isSeeded === true;
  if (known && (await freePort(known)) === known) return known;
  if (known && isSeeded && !isSeedingAgain) {
    throw new Problem(
      `Port ${known}, where the demo company's tools expect its services, is taken by another program. Stop that, or seed the company again: npm run up -- --fresh-demo`,
    );
  }
  const port = await firstFreePort();
  writeMarker(path, { port });
  return port;
}
