import { asSampleAt } from "#lib/clock.ts";
import { remindOfConfirmations, remindOfQuestions } from "#lib/ownership/server/remind.ts";
import { offerToolBySlug } from "#lib/publishing/server/hand-over-tool.ts";
import type { SeededOrganisation } from "./organisation.ts";
import { playAs } from "./play-as.ts";

/** A tool that waits for the answer of the product owner on the sign-in page. */
export const plannedOffer = {
  tool: "shift-handover",
  from: "callum-ridley",
  to: "tiago-moreira",
  deputy: "patricia-nogueira",
  team: "operations-centre",
  daysAgo: 4,
  clock: "16:20",
  reason:
    "I lead the night shift from next month and can no longer look after it; it goes well with your tools.",
} as const;

/** An owner who offers a tool, and what the portal reminded people of in the night before the day of seeding. */
export async function playOwnership(organisation: SeededOrganisation): Promise<void> {
  const { time } = organisation;
  const offer = plannedOffer;
  await playAs(
    organisation.person(offer.from),
    time.at(offer.daysAgo, offer.clock),
    "offer of a tool",
    (viewer) =>
      offerToolBySlug(viewer, offer.tool, {
        teamId: organisation.teamId(offer.team),
        ownerId: organisation.person(offer.to).personId,
        deputyId: organisation.person(offer.deputy).personId,
        reason: offer.reason,
      }),
  );
  const night = () => time.at(1, "02:10");
  await asSampleAt(night, remindOfConfirmations);
  await asSampleAt(night, remindOfQuestions);
}
