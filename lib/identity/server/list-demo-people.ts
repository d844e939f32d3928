import "server-only";
import { env } from "#lib/env.ts";
import { findOfferedPeople } from "#lib/identity/server/people-repository.ts";
import { readSetting } from "#lib/identity/server/setting-repository.ts";
import {
  type DemoPerson,
  demoPersonSchema,
  demoSignInPeopleSchema,
  demoSignInSetting,
} from "#lib/identity/sign-in.ts";

/** The people of the demo company who can be signed in as with one click; nobody outside demo mode. */
export async function listDemoPeople(): Promise<DemoPerson[]> {
  if (!env().isDemo) return [];
  const offers = demoSignInPeopleSchema.safeParse(await readSetting(demoSignInSetting));
  if (!offers.success) return [];
  const people = new Map(
    (await findOfferedPeople(offers.data.map(({ email }) => email))).map((row) => [row.email, row]),
  );
  return offers.data.flatMap((offer) => {
    const person = people.get(offer.email);
    if (!person) return [];
    const { team, ...rest } = person;
    const place = { teamName: team?.name ?? null, domainName: team?.domain.name ?? null };
    return [demoPersonSchema.parse({ ...rest, ...place, job: offer.job, tryThis: offer.tryThis })];
  });
}
