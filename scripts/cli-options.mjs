import { parseArgs } from "node:util";
import { CliProblem, misused } from "./cli-problem.mjs";

export const usage = `npm run -s weft -- COMMAND [options]

  tools apply FILE …    write tool files (weft.tool/v1) as drafts; - reads one from standard input
      --check           only say what is wrong and what would change
      --over-draft      also replace a draft that somebody else is writing
  tools export SLUG     print a tool as a file
      --draft           its draft instead of what is published
      --output FILE     write it there
  tools list [WORDS]    the tools that you may find, or those that fit the words

  --url ADDRESS         the portal (WEFT_URL; http://localhost:3000)
  --wait SECONDS        how long an answer may take (60)
  --json                answers as JSON, one line for each
  --help                show this

The key comes from WEFT_ACCESS_KEY; make one in the portal at My work, Access keys. Exit codes: 0 done, 1 refused or
failed, 2 the command is wrong. Problems of a file are told as FILE:LINE:COLUMN: what is wrong.`;

const options = {
  check: { type: "boolean" },
  "over-draft": { type: "boolean" },
  draft: { type: "boolean" },
  output: { type: "string" },
  url: { type: "string" },
  wait: { type: "string" },
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
};

const commands = {
  apply: { options: ["check", "over-draft"], least: 1, most: 500, takes: "a file" },
  export: { options: ["draft", "output"], least: 1, most: 1, takes: "the slug of one tool" },
  list: { options: [], least: 0, most: 20, takes: "words" },
};
const everywhere = ["url", "wait", "json", "help"];

function parsed(words) {
  try {
    return parseArgs({ args: words, options, allowPositionals: true });
  } catch (error) {
    if (words.some((word) => /^--?(?:key|token|access-key)\b/.test(word)))
      throw misused(
        "A key on the command line can be read by everybody on this machine. Put it into WEFT_ACCESS_KEY.",
      );
    throw misused(String(error.message).split(". ")[0]);
  }
}

/** What the words after `weft` ask for; null for help. */
export function readCommand(words) {
  const { values, positionals } = parsed(words);
  const [part, verb, ...rest] = positionals;
  if (values.help || part === undefined || part === "help") return null;
  const command = part === "tools" && Object.hasOwn(commands, verb ?? "") ? commands[verb] : undefined;
  if (!command) throw misused(`There is no command “${[part, verb].filter(Boolean).join(" ")}”.`);
  const foreign = Object.keys(values).find((name) => ![...command.options, ...everywhere].includes(name));
  if (foreign) throw misused(`“tools ${verb}” has no option --${foreign}.`);
  if (rest.length < command.least || rest.length > command.most)
    throw misused(`“tools ${verb}” takes ${command.takes}.`);
  return { verb, rest, values };
}

const localHosts = ["localhost", "127.0.0.1", "[::1]"];

/** Where the portal is and who asks, from the environment; the address may also be given by --url. */
export function readTarget(values, env) {
  const address = values.url ?? (env.WEFT_URL || "http://localhost:3000");
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol))
    throw misused(`“${address}” is not the address of a portal. Write it as https://weft.example.com.`);
  const url = new URL(address);
  if (url.username || url.password) throw misused("The address of a portal holds no name and no password.");
  const waitSeconds = Number(values.wait ?? 60);
  if (!(waitSeconds > 0 && waitSeconds <= 3600))
    throw misused("--wait takes a number of seconds up to 3600.");
  const origin = url.origin;
  const key = (env.WEFT_ACCESS_KEY ?? "").trim();
  if (key === "")
    throw new CliProblem(`WEFT_ACCESS_KEY is not set. Make a key at ${origin}/my/keys and put it there.`, 2);
  if (!/^weft_[0-9A-Za-z]+$/.test(key))
    throw new CliProblem(
      "WEFT_ACCESS_KEY holds something that is no access key: a key begins with weft_.",
      2,
    );
  const isOpen = url.protocol === "http:" && !localHosts.includes(url.hostname);
  return {
    origin,
    key,
    waitSeconds,
    warning: isOpen ? `The key travels to ${origin} without encryption.` : null,
  };
}
