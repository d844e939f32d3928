import { explainFailure, timedOut, tooLarge } from "#lib/http/egress-errors.ts";

/** The part of a body's stream that is needed; undici's and the platform's own types differ elsewhere. */
type ByteSource = {
  getReader(): { read(): Promise<{ done: boolean; value?: Uint8Array | undefined }> };
};

export type BodyLimits = {
  readonly place: string;
  readonly maxBytes: number;
  readonly idleTimeLimitMs: number | undefined;
};

/** Passes a body on while watching its size (after decompression) and its pauses. */
export function guardBody(
  body: ByteSource,
  limits: BodyLimits,
  exchange: {
    readonly signal: AbortSignal;
    readonly abort: (reason: unknown) => void;
    readonly done: () => void;
  },
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const reader = body.getReader();
  let bytes = 0;
  return new ReadableStream({
    async pull(controller) {
      const idle = limits.idleTimeLimitMs;
      const pause =
        idle === undefined
          ? undefined
          : setTimeout(() => exchange.abort(timedOut(limits.place, idle, "time")), idle);
      try {
        const { done, value } = await reader.read();
        if (done || !value) {
          exchange.done();
          controller.close();
          return;
        }
        bytes += value.byteLength;
        if (bytes > limits.maxBytes) throw tooLarge(limits.place, limits.maxBytes);
        controller.enqueue(new Uint8Array(value));
      } catch (failure) {
        const reason = exchange.signal.aborted
          ? exchange.signal.reason
          : explainFailure(failure, limits.place, "body");
        exchange.abort(reason);
        exchange.done();
        controller.error(reason);
      } finally {
        clearTimeout(pause);
      }
    },
    cancel(reason) {
      exchange.abort(reason ?? new DOMException("The answer is no longer wanted.", "AbortError"));
      exchange.done();
    },
  });
}

export type LimitedBytes = { readonly bytes: Uint8Array<ArrayBuffer>; readonly isCut: boolean };

/** Reads at most `limit` bytes of an answer and stops the transfer there. */
export async function readUpTo(response: Response, limit: number): Promise<LimitedBytes> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value.subarray(0, limit - size));
    size += value.byteLength;
    if (size > limit) {
      await reader.cancel();
      break;
    }
  }
  const bytes = new Uint8Array(Math.min(size, limit));
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return { bytes, isCut: size > limit };
}
