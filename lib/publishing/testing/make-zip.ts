import { crc32, deflateRawSync } from "node:zlib";

export type ZipFact = {
  readonly path: string;
  readonly content: string | Uint8Array;
  readonly isStored?: boolean;
  /** What the archive says instead of the truth. */
  readonly lies?: {
    readonly size?: number;
    readonly sum?: number;
    readonly flags?: number;
    readonly mode?: number;
  };
};

/** A ZIP archive for tests, honest or not. */
export function makeZip(facts: readonly ZipFact[]): Uint8Array<ArrayBuffer> {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { path, content, isStored = false, lies = {} } of facts) {
    const plain = Buffer.from(content);
    const packed = isStored ? plain : deflateRawSync(plain);
    const name = Buffer.from(path);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(lies.flags ?? 0x800, 8);
    entry.writeUInt16LE(isStored ? 0 : 8, 10);
    entry.writeUInt32LE(lies.sum ?? crc32(plain), 16);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(lies.size ?? plain.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(((lies.mode ?? 0o100644) << 16) >>> 0, 38);
    entry.writeUInt32LE(at, 42);
    parts.push(head, name, packed);
    directory.push(entry, name);
    at += head.length + name.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(facts.length, 8);
  end.writeUInt16LE(facts.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...parts, list, end]));
}
