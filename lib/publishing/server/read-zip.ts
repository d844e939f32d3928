import "server-only";
import { crc32, inflateRawSync } from "node:zlib";
import { AppError } from "#lib/errors.ts";
import { importLimits } from "#lib/publishing/docs-import/limits.ts";
import { plainPath } from "#lib/publishing/docs-import/order-files.ts";

export type ZipEntry = {
  readonly path: string;
  /** Bytes as the archive declares them; unpacking more is refused. */
  readonly size: number;
  /** Unpacks it. */
  readonly read: () => Uint8Array;
};

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const contentMark = 0x04034b50;
const endLength = 22;
const entryLength = 46;
const contentLength = 30;
const longestComment = 0xffff;
const symbolicLink = 0o120000;

const refused = (message: string, cause?: unknown) =>
  new AppError("invalid-input", message, {
    fields: [{ path: "archive", message }],
    mend: "Pack the folder again as an ordinary ZIP archive.",
    cause,
  });
const damaged = (cause?: unknown) => refused("The archive is damaged or cut off.", cause);

function nameOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // Old packers write another code page; plain letters read the same.
    return new TextDecoder("latin1").decode(bytes);
  }
}

function findEnd(view: DataView): number {
  const last = view.byteLength - endLength;
  for (let at = last; at >= Math.max(0, last - longestComment); at -= 1)
    if (view.getUint32(at, true) === endMark) return at;
  throw refused("This is no ZIP archive.");
}

type Header = {
  readonly path: string;
  readonly method: number;
  readonly sum: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
};

function unpack(bytes: Uint8Array, view: DataView, header: Header): Uint8Array {
  const { at, packed, size, method, sum } = header;
  if (at + contentLength > bytes.length || view.getUint32(at, true) !== contentMark) throw damaged();
  const start = at + contentLength + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (start + packed > bytes.length) throw damaged();
  const content = bytes.subarray(start, start + packed);
  let plain: Uint8Array = content;
  if (method === 8) {
    try {
      // One byte more than declared shows that the declaration is a lie.
      plain = inflateRawSync(content, { maxOutputLength: size + 1 });
    } catch (error) {
      throw damaged(error);
    }
  }
  if (plain.length !== size || crc32(plain) !== sum) throw damaged();
  return plain;
}

/**
 * The files of a ZIP archive, each unpacked when it is read. Sizes are checked before anything is unpacked; an archive
 * with an entry that points out of it, with a link, a password or more than a folder of docs can need is refused whole.
 */
export function readZip(bytes: Uint8Array): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < endLength) throw refused("This is no ZIP archive.");
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  let total = 0;
  if (count > importLimits.entries || at === 0xffffffff)
    throw refused(`The archive holds more than ${importLimits.entries.toLocaleString("en-GB")} entries.`);
  for (let index = 0; index < count; index += 1) {
    if (at + entryLength > end || view.getUint32(at, true) !== entryMark) throw damaged();
    const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
    const [packed, size] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
    const lengths = [28, 30, 32].map((place) => view.getUint16(at + place, true));
    const name = nameOf(bytes.subarray(at + entryLength, at + entryLength + (lengths[0] ?? 0)));
    const shown = name.slice(0, 120);
    total += size;
    if (total > importLimits.unpacked) throw refused("The archive unpacks to more than 60 MB.");
    if (/[/\\]$/.test(name) && size === 0) {
      at += entryLength + lengths.reduce((sum, length) => sum + length, 0);
      continue;
    }
    const path = plainPath(name);
    if (path === null) throw refused(`The archive holds a path that points out of it: “${shown}”.`);
    if ((flags & 1) !== 0) throw refused(`“${shown}” is locked with a password.`);
    if (((view.getUint32(at + 38, true) >>> 16) & 0o170000) === symbolicLink)
      throw refused(`“${shown}” is a link to another file. Put the file itself there.`);
    if (method !== 0 && method !== 8) throw refused(`“${shown}” is packed in a way that is not read.`);
    const header = {
      path,
      method,
      packed,
      size,
      sum: view.getUint32(at + 16, true),
      at: view.getUint32(at + 42, true),
    };
    entries.push({ path, size, read: () => unpack(bytes, view, header) });
    at += entryLength + lengths.reduce((sum, length) => sum + length, 0);
  }
  return entries;
}
