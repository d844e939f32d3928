import { createServer } from "node:net";
import { Problem } from "./lib-problem.mjs";

/** Tries to listen and lets go again: undefined when it works, else the error code. */
function tryPort(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error) => resolve({ code: error.code ?? "EIO" }));
    server.listen({ port, host, exclusive: true }, () => {
      const taken = server.address().port;
      server.close(() => resolve({ port: taken }));
    });
  });
}

/** A port of this machine that nobody uses now; `preferred` when that is free. */
export async function freePort(preferred = 0) {
  const first = await tryPort(preferred, "127.0.0.1");
  if (first.port) return first.port;
  const { port, code } = await tryPort(0, "127.0.0.1");
  if (!port) throw new Problem(`This machine gives no free port (${code}).`);
  return port;
}

/**
 * The port to listen on, after a look that it is free; 0 means any.
 * @throws {Problem} when it is taken, or not for this user
 */
export async function claimPort(port, hostname) {
  if (port === 0) return freePort();
  // Browsers may take localhost for ::1, where another program would then answer in our place.
  for (const host of [hostname, "::1"]) {
    const { code } = await tryPort(port, host);
    if (code === "EADDRINUSE") {
      const other = port < 65535 ? port + 1 : port - 1;
      throw new Problem(
        `Port ${port} is taken by another program. Stop it, or choose another port: npm run up -- --port ${other}`,
      );
    }
    if (code === "EACCES") {
      throw new Problem(
        `Port ${port} is not for this user. Choose one above 1023: npm run up -- --port 3000`,
      );
    }
    if (code && host === hostname) throw new Problem(`Weft cannot listen on ${hostname}:${port} (${code}).`);
  }
  return port;
}
