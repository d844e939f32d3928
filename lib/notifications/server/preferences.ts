import "server-only";
import { transaction } from "#lib/db/transaction.ts";
import { env } from "#lib/env.ts";
import { invalidInput } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { kindSettings } from "#lib/notifications/kind-settings.ts";
import { type NotificationKind, notificationKinds } from "#lib/notifications/kinds.ts";
import type { KindPreference, PreferenceInput, Preferences } from "#lib/notifications/schema.ts";
import { recordPreference } from "#lib/notifications/server/audit-events.ts";
import { preferencesOf, putPreference } from "#lib/notifications/server/repository.ts";

type Chosen = { readonly inbox: boolean | null; readonly mail: boolean | null };

/** Where one kind of news goes, by what somebody chose or else by its standard. */
export function channelsOf(kind: NotificationKind, { inbox, mail }: Chosen): PreferenceInput {
  const standard = kindSettings[kind];
  return {
    inbox: standard.isRequired === true || (inbox ?? true),
    mail: mail ?? standard.mail,
  };
}

const nothingChosen: Chosen = { inbox: null, mail: null };

async function kindsOf(viewer: Viewer): Promise<KindPreference[]> {
  const chosen = new Map((await preferencesOf(viewer.id)).map((row) => [row.kind, row]));
  return notificationKinds.map((kind) => {
    const { group, isRequired = false } = kindSettings[kind];
    return { kind, group, isRequired, ...channelsOf(kind, chosen.get(kind) ?? nothingChosen) };
  });
}

/** Where each kind of news goes for the viewer, and whether e-mail is sent here at all. */
export async function listPreferences(viewer: Viewer): Promise<Preferences> {
  return { kinds: await kindsOf(viewer), sendsMail: env().mail !== undefined };
}

/** Chooses where one kind of news goes. What somebody waits for cannot be kept out of the inbox. */
export async function changePreference(
  viewer: Viewer,
  kind: NotificationKind,
  after: PreferenceInput,
): Promise<KindPreference> {
  if (kindSettings[kind].isRequired && !after.inbox) {
    throw invalidInput(
      "inbox",
      "Messages of this kind always stand in the inbox, because somebody waits for you.",
    );
  }
  return transaction(async () => {
    const before = (await kindsOf(viewer)).find((one) => one.kind === kind);
    if (!before) throw new Error(`There is no kind ${kind}`);
    if (before.inbox === after.inbox && before.mail === after.mail) return before;
    await putPreference(viewer.id, kind, after);
    const changes = { before: { inbox: before.inbox, mail: before.mail }, after };
    await recordPreference(viewer, kind, changes);
    return { ...before, ...after };
  });
}
