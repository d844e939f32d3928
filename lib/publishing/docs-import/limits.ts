/** What a folder or an archive of docs may hold. */
export const importLimits = {
  /** Bytes sent. */
  upload: 25 * 1024 * 1024,
  /** Bytes after unpacking, over all files. */
  unpacked: 60 * 1024 * 1024,
  entries: 2000,
  /** Bytes of one Markdown file. */
  page: 512 * 1024,
  images: 200,
  /** Characters of the docs of a tool. */
  docs: 1_000_000,
} as const;
