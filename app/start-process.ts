import { isAppError } from "#lib/errors.ts";

/** Says on stderr why this process cannot serve, in one sentence where the cause is known, and ends it. */
function giveUp(error: unknown): never {
  const isKnown = isAppError(error) || (error instanceof Error && error.message.includes(".env.example"));
  const mend = isAppError(error) ? error.mend : undefined;
  if (isKnown)
    process.stderr.write(`Weft cannot start: ${[error.message, mend].filter(Boolean).join(" ")}\n`);
  else process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
}

/** Opens what a server process needs, and closes it in good order on SIGTERM or SIGINT. */
export async function startProcess(): Promise<void> {
  // Wrong settings show when the first module reads them, so even the import may fail.
  const close = await import("./open-server.ts").then(({ openServer }) => openServer()).catch(giveUp);
  let isStopping = false;
  const onSignal = async (): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    try {
      await close();
      process.exit(0);
    } catch (error) {
      process.stderr.write(
        `Weft did not stop cleanly: ${error instanceof Error ? error.stack : String(error)}\n`,
      );
      process.exit(1);
    }
  };
  process.on("SIGTERM", onSignal);
  process.on("SIGINT", onSignal);
}
