import { join } from "node:path";
import { readMarker, writeMarker } from "./lib-fingerprint.mjs";
import { freePort } from "./lib-ports.mjs";

/** The port of the demo company's services in a data folder: the same at every start while nobody else has it. */
export async function demoPort(dataDir) {
  const path = join(dataDir, "demo.json");
  const known = readMarker(path)?.port;
  const port = await freePort(known);
  if (port !== known) writeMarker(path, { port });
  return port;
}
