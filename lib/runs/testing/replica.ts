/** Another process of the portal for tests: asks as the person of a session, and works on the answer until it ends. */
import { openDatabase } from "#lib/db/client.ts";
import { viewerOfSession } from "#lib/identity/server/load-viewer.ts";
import { ask, rested } from "#lib/runs/testing/turns.ts";

const [sessionId = "", text = "", modelAlias = ""] = process.argv.slice(2);
await openDatabase();
const viewer = await viewerOfSession(sessionId);
if (!viewer) throw new Error("Nobody is signed in under this session.");
const asked = await ask(viewer, text, { modelAlias });
process.stdout.write(`${JSON.stringify(asked)}\n`);
await rested(asked.runId, 60_000);
process.exit(0);
