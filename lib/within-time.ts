/**
 * Does work with a signal that aborts when `outer` does or the time is over, whichever is first. The timer is held until the
 * work ends: a signal of `AbortSignal.timeout` that only another signal refers to may be collected and never abort.
 */
export async function withinTime<Value>(
  milliseconds: number,
  outer: AbortSignal,
  work: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  const stop = new AbortController();
  const onAbort = () => stop.abort(outer.reason);
  const late = () => stop.abort(new DOMException("The time is over.", "TimeoutError"));
  const timer = setTimeout(late, milliseconds);
  if (outer.aborted) onAbort();
  else outer.addEventListener("abort", onAbort, { once: true });
  try {
    return await work(stop.signal);
  } finally {
    clearTimeout(timer);
    outer.removeEventListener("abort", onAbort);
  }
}
