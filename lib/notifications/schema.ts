import { z } from "zod";
import { kindGroups } from "#lib/notifications/kind-settings.ts";
import { notificationKinds } from "#lib/notifications/kinds.ts";

export const notificationKindSchema = z.enum(notificationKinds);

export const notificationSchema = z.object({
  id: z.uuid(),
  kind: notificationKindSchema,
  title: z.string(),
  body: z.string(),
  /** A path of the portal. */
  href: z.string(),
  createdAt: z.iso.datetime(),
  readAt: z.iso.datetime().nullable(),
  source: z.enum(["live", "sample"]),
});
export type Notification = z.infer<typeof notificationSchema>;

export const inboxShows = ["all", "unread"] as const;
export type InboxShow = (typeof inboxShows)[number];

export const inboxFilterSchema = z.object({
  show: z.enum(inboxShows).default("all"),
  kind: notificationKindSchema.optional(),
});
export type InboxFilter = z.infer<typeof inboxFilterSchema>;

export const inboxQuerySchema = inboxFilterSchema
  .extend({
    cursor: z.string().max(1024).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(30),
  })
  .strict();
export type InboxQuery = z.infer<typeof inboxQuerySchema>;

export const inboxPageSchema = z.object({
  notifications: z.array(notificationSchema),
  nextCursor: z.string().nullable(),
});
export type InboxPage = z.infer<typeof inboxPageSchema>;

/** The most that is counted; the frame then says "99+". */
export const mostCounted = 100;
export const unreadSchema = z.object({ unread: z.number().int().min(0).max(mostCounted) });

export const readMarkSchema = z.strictObject({ isRead: z.boolean() });

/** A moment that a database can compare with; messages are younger than computers. */
const moment = z.iso
  .datetime()
  .refine((text) => Date.parse(text) > 0, "Name a moment after the first of January 1970.");

/** What is marked as read at once: of one kind or all, and nothing that came after the page was looked at. */
export const readAllSchema = z.strictObject({
  kind: notificationKindSchema.nullable(),
  until: moment,
});
export type ReadAll = z.infer<typeof readAllSchema>;

/** How many were marked, and the moment by which they are told from others when it is undone. */
export const markedSchema = z.object({ count: z.number().int(), readAt: z.iso.datetime() });
export type Marked = z.infer<typeof markedSchema>;
export const undoMarkSchema = z.strictObject({ readAt: moment });

export const kindPreferenceSchema = z.object({
  kind: notificationKindSchema,
  group: z.enum(kindGroups),
  inbox: z.boolean(),
  mail: z.boolean(),
  /** It cannot be switched off in the inbox. */
  isRequired: z.boolean(),
});
export type KindPreference = z.infer<typeof kindPreferenceSchema>;

export const preferencesSchema = z.object({
  kinds: z.array(kindPreferenceSchema),
  /** Whether this installation sends e-mail at all. */
  sendsMail: z.boolean(),
});
export type Preferences = z.infer<typeof preferencesSchema>;

export const preferenceInputSchema = z.strictObject({ inbox: z.boolean(), mail: z.boolean() });
export type PreferenceInput = z.infer<typeof preferenceInputSchema>;
