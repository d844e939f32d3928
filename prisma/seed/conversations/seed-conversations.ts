import { replaceProcessEgress } from "#lib/http/egress-of-process.ts";
import type { SeededOrganisation } from "../organisation.ts";
import { holdConversation } from "./hold-conversation.ts";
import type { PlannedConversation } from "./planned-conversation.ts";
import { plannedConversations } from "./planned-conversations.ts";
import { openServicesOfThen } from "./services-of-then.ts";

export type ConversationContext = {
  readonly organisation: SeededOrganisation;
  readonly servicesUrl: string;
  readonly token: string;
};

/**
 * Has the conversations held at seeding, one person beside the other, and each person's in order: about 100 turns at
 * 0.08 s each. Stored answers would be faster, but would show yesterday's rota, prices and passages.
 */
export async function seedConversations(
  context: ConversationContext,
  conversations: readonly PlannedConversation[] = plannedConversations,
): Promise<void> {
  const { organisation, servicesUrl, token } = context;
  const services = openServicesOfThen(servicesUrl, token, organisation.time);
  const restore = replaceProcessEgress(services.egress);
  try {
    const people = [...new Set(conversations.map(({ person }) => person))];
    await Promise.all(
      people.map(async (person) => {
        for (const conversation of conversations.filter((one) => one.person === person).toReversed()) {
          await holdConversation(conversation, organisation);
        }
      }),
    );
  } finally {
    restore();
    await services.close();
  }
}
