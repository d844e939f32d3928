import type { NotificationKind } from "#lib/notifications/kinds.ts";

/** The headings under which kinds of news are set, in order. */
export const kindGroups = ["releases", "ownership", "running", "answers"] as const;
export type KindGroup = (typeof kindGroups)[number];

export type KindSetting = {
  readonly group: KindGroup;
  /** Whether it is sent by e-mail as long as a person said nothing about it; the inbox gets every kind. */
  readonly mail: boolean;
  /** Somebody waits for an answer, or safety hangs on it: it always stands in the inbox. */
  readonly isRequired?: true;
};

/** How each kind is told unless a person chose otherwise: by e-mail what waits for somebody or ends something. */
export const kindSettings: Readonly<Record<NotificationKind, KindSetting>> = {
  "release-requested": { group: "releases", mail: true, isRequired: true },
  "release-decided": { group: "releases", mail: true },
  "release-published": { group: "releases", mail: false },
  "tool-deprecated": { group: "releases", mail: true },
  "tool-retired": { group: "releases", mail: true },
  "tool-blocked": { group: "running", mail: true },
  "transfer-offered": { group: "ownership", mail: true, isRequired: true },
  "transfer-answered": { group: "ownership", mail: true },
  "owner-named": { group: "ownership", mail: true, isRequired: true },
  "deputy-named": { group: "ownership", mail: true },
  "confirmation-due": { group: "ownership", mail: true },
  "ownership-unconfirmed": { group: "ownership", mail: true },
  "tool-orphaned": { group: "ownership", mail: true },
  "operation-suspended": { group: "running", mail: true, isRequired: true },
  "contract-unreachable": { group: "running", mail: false },
  "checks-failing": { group: "running", mail: true },
  "review-expiring": { group: "running", mail: true },
  "question-asked": { group: "answers", mail: true },
  "question-waiting": { group: "answers", mail: true },
  "question-answered": { group: "answers", mail: true },
  "review-written": { group: "answers", mail: false },
  "review-replied": { group: "answers", mail: false },
};
