/** A situation that a person can mend, said in one sentence or two. It is printed without a stack. */
export class Problem extends Error {}

/** The work was stopped by a signal; nothing is wrong. */
export class Stopped extends Error {}

const known = [
  {
    sign: /ENOSPC|no space left on device|disk quota exceeded|EDQUOT/i,
    sentence: () =>
      "The disk is full. Free some space and run the command again: what is done so far is kept.",
  },
  {
    sign: /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|EIDLETIMEOUT|CERT_\w+|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+)\b/,
    only: "packages",
    sentence: (code) =>
      `The package registry cannot be reached (${code}). Check the network and npm's registry and proxy settings, then run the command again.`,
  },
  {
    sign: /\b(E401|E403|E407|ENEEDAUTH)\b/,
    only: "packages",
    sentence: (code) =>
      `The package registry refuses this machine (${code}). Check npm's registry and its sign-in, then run the command again.`,
  },
  {
    sign: /\b(ETARGET|E404)\b/,
    only: "packages",
    sentence: (code) =>
      `The package registry lacks a package that Weft needs (${code}, see above). Ask for it there, or use another registry.`,
    showsOutput: true,
  },
  {
    sign: /\b(EACCES|EPERM|EROFS)\b.*/,
    sentence: (detail) =>
      `A file or folder may not be written by this user (${detail.slice(0, 200)}). Correct its permissions and run the command again.`,
  },
  {
    sign: /heap out of memory|Cannot allocate memory|ENOMEM/,
    sentence: () =>
      "There is too little memory. Weft needs about 2 GB to build; close something and run the command again.",
  },
];

/**
 * What went wrong in a command, from what it printed. `step` narrows the guess ("packages" for npm).
 * Returns undefined for what is not known; then the output itself should be shown.
 * @returns {{ sentence: string, showsOutput: boolean } | undefined}
 */
export function explainOutput(output, step) {
  const own = /^Weft cannot start: (.+)$/m.exec(output);
  if (own) return { sentence: own[1], showsOutput: false };
  for (const { sign, only, sentence, showsOutput = false } of known) {
    if (only && only !== step) continue;
    const found = sign.exec(output);
    if (found) return { sentence: sentence(found[0]), showsOutput };
  }
  return undefined;
}

/** The same for an error thrown by Node itself, such as a full disk while a marker is written. */
export function asProblem(error) {
  if (error instanceof Problem || error instanceof Stopped) return error;
  const found = explainOutput(`${error?.code ?? ""} ${error?.message ?? error}`);
  return found && error?.code ? new Problem(found.sentence, { cause: error }) : error;
}

/** Prints what stopped a command and gives its exit code. */
export function reportFailure(error, whatIsKept = "") {
  const shown = asProblem(error);
  if (shown instanceof Stopped) {
    console.log(["Stopped.", whatIsKept].filter(Boolean).join(" "));
    return 130;
  }
  console.error(`\n${shown instanceof Problem ? shown.message : (shown?.stack ?? shown)}`);
  return 1;
}
