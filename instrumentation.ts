/** Next calls this once in each server process, before the first request is answered. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { startProcess } = await import("./app/start-process.ts");
    await startProcess();
  }
}
