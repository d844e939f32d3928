/** Why a call of a model gave no answer: a closed list, so that failures can be counted by reason. */
export type ModelFailureCode =
  | "credentials-refused"
  | "rate-limited"
  | "refused-request"
  | "model-failed"
  | "model-timeout"
  | "model-unreachable"
  | "egress-refused"
  | "answer-cut"
  | "answer-too-long"
  | "answer-blank"
  | "answer-empty"
  | "unreadable"
  | "held-back"
  | "provider-full";

export type ModelFailure = {
  readonly code: ModelFailureCode;
  /** What happened, without the server's own text, which may hold anything. */
  readonly message: string;
  /** What the reader can do about it. */
  readonly mend: string;
  /** Whether a second attempt may succeed, as long as nothing of the answer was shown. */
  readonly isRetryable: boolean;
  /** How long the server asks to wait. */
  readonly retryAfterMs: number | null;
};

const later = "Try again in a moment, or choose another model.";
const tellAdministrators = "Try again. If it happens again, tell the administrators.";

const words: Readonly<
  Record<ModelFailureCode, readonly [message: string, mend: string, isRetryable: boolean]>
> = {
  "credentials-refused": [
    "The model server refused the portal's key for {model}.",
    "An administrator can enter a new key under Models.",
    false,
  ],
  "rate-limited": [
    "The model server of {model} takes no more requests at the moment.",
    "Try again in {wait}, or choose another model.",
    true,
  ],
  "refused-request": [
    "The model server of {model} refused the request{status}.",
    "The conversation may be too long for it: start a new one, or choose another model.",
    false,
  ],
  "model-failed": ["The model server of {model} failed{status}.", later, true],
  "model-timeout": [
    "The model server of {model} did not answer in time.",
    "Try again. If it stays silent, tell the administrators.",
    false,
  ],
  "model-unreachable": [
    "The model server of {model} cannot be reached.",
    "Try again in a moment. If it stays so, tell the administrators.",
    true,
  ],
  "egress-refused": [
    "The address of {model} may not be reached from the portal.",
    "An administrator can list it in WEFT_EGRESS_ALLOW.",
    false,
  ],
  "answer-cut": [
    "The model server of {model} broke off in the middle of its answer.",
    "What was written is kept. Ask again to get the whole answer.",
    true,
  ],
  "answer-too-long": [
    "{model} did not stop writing, so its answer was ended here.",
    "Ask for something shorter, or in parts.",
    false,
  ],
  "answer-blank": ["{model} wrote nothing but blank space, so it was stopped.", later, false],
  "answer-empty": ["{model} sent an empty answer.", "Ask again in other words.", false],
  unreadable: ["The model server of {model} sent an answer that cannot be read.", tellAdministrators, false],
  "provider-full": [
    "As many requests as are allowed wait for the model server of {model}.",
    "Try again in {wait}, or choose another model.",
    false,
  ],
  "held-back": [
    "{model} is left alone at the moment, because it kept failing.",
    "Try again in {wait}.",
    false,
  ],
};

function inWords(milliseconds: number | null): string {
  const seconds = Math.ceil((milliseconds ?? 60_000) / 1000);
  if (seconds < 60) return seconds === 1 ? "1 second" : `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? "a minute" : `${minutes} minutes`;
}

/** A failure in words that name the model. `status` is the HTTP status, where there was one. */
export function modelFailure(
  code: ModelFailureCode,
  model: string,
  facts: { readonly status?: number; readonly retryAfterMs?: number | null } = {},
): ModelFailure {
  const [message, mend, isRetryable] = words[code];
  const retryAfterMs = facts.retryAfterMs ?? null;
  return {
    code,
    message: message
      .replace("{model}", () => model)
      .replace("{status}", facts.status === undefined ? "" : ` (status ${facts.status})`),
    mend: mend.replace("{wait}", inWords(retryAfterMs)),
    isRetryable,
    retryAfterMs,
  };
}
