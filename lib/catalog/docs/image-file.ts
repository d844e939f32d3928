export const imageTypes = ["image/png", "image/jpeg", "image/webp", "image/gif"] as const;
export type ImageType = (typeof imageTypes)[number];
export const mostImageBytes = 2 * 1024 * 1024;

export type ImageFacts = {
  readonly mediaType: ImageType;
  readonly width: number | null;
  readonly height: number | null;
};

const text = (bytes: Uint8Array, from: number, to: number) =>
  String.fromCharCode(...bytes.subarray(from, to));
const isPng = (bytes: Uint8Array) =>
  text(bytes, 0, 8) === "\x89PNG\r\n\x1a\n" && text(bytes, 12, 16) === "IHDR";
const isGif = (bytes: Uint8Array) => /^GIF8[79]a$/.test(text(bytes, 0, 6));
const isWebp = (bytes: Uint8Array) => text(bytes, 0, 4) === "RIFF" && text(bytes, 8, 12) === "WEBP";
const isJpeg = (bytes: Uint8Array) => bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;

function sizeOfJpeg(view: DataView): { width: number; height: number } | null {
  for (let at = 2; at + 9 < view.byteLength; ) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    // Frames of all kinds say their size in the same place; three markers of that range are no frames.
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}

function sizeOfWebp(bytes: Uint8Array, view: DataView): { width: number; height: number } | null {
  const little24 = (at: number) => view.getUint16(at, true) + view.getUint8(at + 2) * 65_536;
  const chunk = text(bytes, 12, 16);
  if (chunk === "VP8X") return { width: little24(24) + 1, height: little24(27) + 1 };
  if (chunk === "VP8 ")
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  if (chunk !== "VP8L") return null;
  const packed = view.getUint32(21, true);
  return { width: (packed & 0x3fff) + 1, height: ((packed >> 14) & 0x3fff) + 1 };
}

/**
 * What kind of image a file is, by its first bytes and never by its name, with its size in pixels where that is easily
 * read. Null for anything else: SVG is a document that can run, so it is none of them.
 */
export function readImage(bytes: Uint8Array): ImageFacts | null {
  if (bytes.length < 32) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const facts = (mediaType: ImageType, size: { width: number; height: number } | null): ImageFacts => {
    const isReal = size !== null && size.width > 0 && size.height > 0;
    return { mediaType, width: isReal ? size.width : null, height: isReal ? size.height : null };
  };
  if (isPng(bytes)) return facts("image/png", { width: view.getUint32(16), height: view.getUint32(20) });
  if (isGif(bytes))
    return facts("image/gif", { width: view.getUint16(6, true), height: view.getUint16(8, true) });
  if (isWebp(bytes)) return facts("image/webp", sizeOfWebp(bytes, view));
  return isJpeg(bytes) ? facts("image/jpeg", sizeOfJpeg(view)) : null;
}

const endings: Readonly<Record<ImageType, string>> = {
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/webp": "webp",
  "image/gif": "gif",
};

/** The name that an image gets in docs: that of its file in plain letters, with the ending of its kind. */
export function imageName(
  fileName: string,
  mediaType: ImageType,
  taken: { has(name: string): boolean },
): string {
  const stem =
    fileName
      .replace(/\.[^.]*$/, "")
      .normalize("NFKD")
      .replace(/\p{M}+/gu, "")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "")
      .slice(0, 60) || "image";
  const ending = endings[mediaType];
  let name = `${stem}.${ending}`;
  for (let count = 2; taken.has(name); count += 1) name = `${stem}-${count}.${ending}`;
  return name;
}
