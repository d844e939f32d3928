import { open, writeFile } from "node:fs/promises";
import { isAbsolute, join } from "node:path";
import { CliProblem } from "./cli-problem.mjs";

const mostBytes = 2 * 1024 * 1024;

/** npm runs a command in the project's folder; files are meant from where the person is. */
export function placeOf(path, env) {
  const from = env.npm_lifecycle_event === "weft" ? (env.INIT_CWD ?? process.cwd()) : process.cwd();
  return isAbsolute(path) ? path : join(from, path);
}

async function readAll(stream, name) {
  const chunks = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > mostBytes) throw new CliProblem(`${name}:1:1: The file is larger than 2 MB.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function reasonOf(error) {
  if (error.code === "ENOENT") return "there is no such file.";
  if (error.code === "EISDIR") return "this is a folder.";
  if (error.code === "EACCES") return "you may not read it.";
  return error.message;
}

/** The text of a file, or of standard input for `-`. */
export async function readFileText(path, env) {
  const name = path === "-" ? "standard input" : path;
  let bytes;
  try {
    if (path === "-") bytes = await readAll(process.stdin, name);
    else {
      const file = await open(placeOf(path, env));
      try {
        bytes = await readAll(file.createReadStream({ autoClose: false }), name);
      } finally {
        await file.close();
      }
    }
  } catch (error) {
    if (error instanceof CliProblem) throw error;
    throw new CliProblem(`${name}: ${reasonOf(error)}`);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new CliProblem(`${name}:1:1: This is not text in UTF-8.`);
  }
}

export async function writeText(path, text, env) {
  try {
    await writeFile(placeOf(path, env), text);
  } catch (error) {
    throw new CliProblem(`${path}: ${error.message}`);
  }
}
