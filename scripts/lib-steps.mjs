import { performance } from "node:perf_hooks";

const isTerminal = Boolean(process.stdout.isTTY) && !process.env.CI;
const titleWidth = 20;
const detailWidth = 46;

export function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

function lineOf(title, detail, time) {
  return `  ${title.padEnd(titleWidth)}${detail.padEnd(detailWidth)}${time.padStart(8)}`;
}

/**
 * Does one step of a start and prints it with its time. The work gets a function that shows how far it is, and returns
 * what was done in a few words.
 */
export async function step(title, work) {
  const started = performance.now();
  let detail = "…";
  let shownAt = started;
  const show = () => {
    const now = performance.now();
    // Where nothing can be overwritten, a line every 15 s says that work goes on.
    if (!isTerminal && now - shownAt < 15_000) return;
    shownAt = now;
    const line = lineOf(title, detail, seconds(now - started));
    process.stdout.write(isTerminal ? `\r\u001b[2K${line}` : `${line}\n`);
  };
  if (isTerminal) show();
  const timer = setInterval(show, isTerminal ? 250 : 1_000);
  try {
    const done = await work((text) => {
      detail = text;
    });
    const line = lineOf(title, done, seconds(performance.now() - started));
    process.stdout.write(isTerminal ? `\r\u001b[2K${line}\n` : `${line}\n`);
  } catch (error) {
    if (isTerminal) process.stdout.write("\r\u001b[2K");
    throw error;
  } finally {
    clearInterval(timer);
  }
}
