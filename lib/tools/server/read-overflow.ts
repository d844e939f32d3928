import "server-only";
import { notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import type { ResultPage } from "#lib/tools/result-page.ts";
import { resultText } from "#lib/tools/server/repository.ts";

const pageLength = 200_000;

/**
 * One page of the text that a call of the viewer brought back, including what was cut from its result. A result that
 * was not cut is read the same way. Anybody else's call, and one without a result, is not found.
 */
export async function readOverflow(
  viewer: Pick<Viewer, "id">,
  callId: string,
  offset: number,
): Promise<ResultPage> {
  const found = await resultText(viewer.id, callId, offset, pageLength);
  if (!found) throw notFound("The result");
  const end = offset + pageLength;
  return { ...found, offset, nextOffset: end < found.length ? end : null };
}

/** The whole of the same text as bytes of UTF-8, read as fast as it is taken. */
export async function streamOverflow(
  viewer: Pick<Viewer, "id">,
  callId: string,
): Promise<ReadableStream<Uint8Array>> {
  const encoder = new TextEncoder();
  let page: ResultPage | null = await readOverflow(viewer, callId, 0);
  return new ReadableStream({
    async pull(controller) {
      if (!page) return controller.close();
      controller.enqueue(encoder.encode(page.text));
      page = page.nextOffset === null ? null : await readOverflow(viewer, callId, page.nextOffset);
    },
  });
}
