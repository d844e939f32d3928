import { createHash } from "node:crypto";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";

/** All files under the named files and folders of `root`, sorted; what is missing is left out. */
export function listFiles(root, names, isWanted = () => true) {
  const found = [];
  const visit = (path) => {
    const absolute = join(root, path);
    if (!existsSync(absolute)) return;
    if (!lstatSync(absolute).isDirectory()) {
      if (isWanted(path)) found.push(path);
      return;
    }
    for (const name of readdirSync(absolute)) {
      if (!name.startsWith(".") && name !== "node_modules") visit(`${path}/${name}`);
    }
  };
  for (const name of names) visit(name);
  return found.sort();
}

/** A hash over names and contents of files, and over further facts such as a version. */
export function fingerprint(root, files, facts = []) {
  const hash = createHash("sha256").update(JSON.stringify(facts));
  for (const file of files) {
    const content = createHash("sha256")
      .update(readFileSync(join(root, file)))
      .digest("hex");
    hash.update(`${file}\0${content}\n`);
  }
  return hash.digest("hex");
}

/** Reads a small JSON file; undefined when it is missing or broken, so that the work is done again. */
export function readMarker(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    if (error.code === "ENOENT" || error.code === "ENOTDIR" || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Writes a small JSON file whole or not at all. */
export function writeMarker(path, value) {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(value)}\n`);
  renameSync(draft, path);
}
