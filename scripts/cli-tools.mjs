import { readFileText, writeText } from "./cli-files.mjs";
import { ask, askJson } from "./cli-http.mjs";
import { CliProblem } from "./cli-problem.mjs";

const says = {
  created: { draft: "a new tool; its draft is written", check: "would be a new tool" },
  changed: { draft: "the draft is written", check: "would change" },
  unchanged: { draft: "nothing differs", check: "nothing differs" },
};

function changeLines({ words, settings, operations }) {
  const lists = [
    ["words", words],
    ["settings", settings],
    ["operations added", operations.added],
    ["operations changed", operations.changed],
    ["operations removed", operations.removed],
  ];
  return lists
    .filter(([, names]) => names.length > 0)
    .map(([title, names]) => `  ${title}: ${names.join(", ")}`);
}

function draftLine({ replaces, isWritten }) {
  if (!replaces) return [];
  const whose = replaces.isMine ? "your own draft" : `the draft of ${replaces.by}`;
  const needs = replaces.needsOverDraft && !isWritten ? "; that needs --over-draft" : "";
  return [`  ${isWritten ? "replaced" : "would replace"} ${whose} of ${replaces.updatedAt}${needs}`];
}

function wordsOfApplied(answer, mode, origin) {
  const missing = answer.secrets.filter(({ isKept }) => !isKept).map(({ name }) => name);
  return [
    `${answer.slug}: ${says[answer.outcome]?.[mode] ?? answer.outcome}`,
    ...changeLines(answer.changes),
    ...draftLine(answer),
    ...(missing.length > 0 ? [`  secrets still to be entered in the portal: ${missing.join(", ")}`] : []),
    ...(answer.isWritten ? [`  ${origin}${answer.href}`] : []),
  ];
}

async function applyOne(path, { target, values, env, out }) {
  const name = path === "-" ? "stdin" : path;
  const mode = values.check ? "check" : "draft";
  const told = (list, kind) => {
    for (const { line, column, message } of list) out.error(`${name}:${line}:${column}: ${kind}${message}`);
  };
  try {
    const file = await readFileText(path, env);
    const body = { file, mode, overDraft: values["over-draft"] === true };
    const answer = await askJson(target, "/api/tools/apply", body);
    if (values.json) out.print(JSON.stringify({ file: name, ...answer }));
    else for (const line of wordsOfApplied(answer, mode, target.origin)) out.print(line);
    told(answer.notes, "note: ");
    return 0;
  } catch (error) {
    if (!(error instanceof CliProblem)) throw error;
    if (error.problems?.length > 0) told(error.problems, "");
    else out.error(error.message.startsWith(`${name}:`) ? error.message : `${name}: ${error.message}`);
    return error.exitCode;
  }
}

/** Applies the files one after the other; the code is the worst of all. */
export async function applyTools(paths, context) {
  if (paths.filter((path) => path === "-").length > 1) throw new CliProblem("Standard input is one file.", 2);
  let code = 0;
  for (const path of paths) code = Math.max(code, await applyOne(path, context));
  return code;
}

export async function exportTool([slug], { target, values, env, out }) {
  if (!/^[a-z0-9-]{1,80}$/.test(slug)) throw new CliProblem(`“${slug}” is not the slug of a tool.`, 2);
  const text = await ask(target, `/api/tools/${slug}/tool.yaml${values.draft ? "?of=draft" : ""}`);
  if (!text.includes("apiVersion:")) throw new CliProblem(`What answers at ${target.origin} is not Weft.`);
  if (values.output) await writeText(values.output, text, env);
  else out.write(text);
  return 0;
}

export async function listTools(words, { target, values, out }) {
  const query = words.join(" ");
  for (let page = 1, more = true; more && page <= 1000; page += 1) {
    const parameters = new URLSearchParams({ ...(query ? { q: query } : {}), page: String(page) });
    const { hits, pageSize, total } = await askJson(target, `/api/catalog?${parameters}`);
    if (!Array.isArray(hits)) throw new CliProblem(`What answers at ${target.origin} is not Weft.`);
    for (const { slug, version, kind, name } of hits)
      out.print(
        values.json
          ? JSON.stringify({ slug, version, kind, name })
          : [slug, version ?? "draft", kind, name].join("\t"),
      );
    more = hits.length > 0 && page * pageSize < total;
  }
  return 0;
}
