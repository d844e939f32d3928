import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { peopleAddress, readPeopleSearch } from "#components/identity/people-address.ts";
import { PeopleFilters } from "#components/identity/people-filters.tsx";
import { PeopleTable } from "#components/identity/people-table.tsx";
import { PersonPanel } from "#components/identity/person-panel.tsx";
import { AdminNav } from "#components/layout/admin-nav.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { OffboardingList } from "#components/ownership/offboarding-list.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { isAppError } from "#lib/errors.ts";
import { type PersonDetail, peopleQuerySchema } from "#lib/identity/person.ts";
import { hasPermission, type Viewer } from "#lib/identity/schema.ts";
import { requireViewer } from "#lib/identity/server/current-viewer.ts";
import { getPerson } from "#lib/identity/server/get-person.ts";
import { listPeople } from "#lib/identity/server/list-people.ts";
import { teamsAndDomains } from "#lib/identity/server/teams-and-domains.ts";
import { people } from "#lib/messages/en/people.ts";
import { translator } from "#lib/messages/translate.ts";
import { previewOffboarding } from "#lib/publishing/server/offboard.ts";

const t = translator(people);

export const metadata: Metadata = { title: t("title") };

type Search = Promise<Record<string, string | string[] | undefined>>;

async function personInPanel(viewer: Viewer, id: string | undefined): Promise<PersonDetail | null> {
  if (!id) return null;
  try {
    return await getPerson(viewer, { id });
  } catch (error) {
    if (isAppError(error) && error.code === "not-found") return null;
    throw error;
  }
}

export default async function PeoplePage({ searchParams }: { searchParams: Search }) {
  const viewer = await requireViewer();
  if (!hasPermission(viewer, "person:administer")) notFound();
  const search = readPeopleSearch(await searchParams);
  const { person: openId, pages, ...narrowing } = search;
  const query = peopleQuerySchema.parse({
    ...narrowing,
    ...(pages.length > 0 ? { cursor: pages.at(-1) } : {}),
  });
  const [list, { domains, teams }, person] = await Promise.all([
    listPeople(viewer, query),
    teamsAndDomains(viewer),
    personInPanel(viewer, openId),
  ]);
  const leaving =
    person?.isActive && person.id !== viewer.id ? await previewOffboarding(viewer, person.id) : null;
  const isNarrowed = peopleAddress(narrowing) !== "/admin/people";
  return (
    <Page width="full">
      <PageHeader title={t("title")} description={t("intro")} />
      <AdminNav roles={viewer.roles} />
      <PeopleFilters key={peopleAddress(narrowing)} search={narrowing} teams={teams} />
      {openId && !person && <Notice tone="caution">{t("personNotFound")}</Notice>}
      {list.items.length === 0 ? (
        <EmptyState action={<LinkButton href="/admin/people">{t("clear")}</LinkButton>}>
          {t("none")}
        </EmptyState>
      ) : (
        <div className="flex flex-col gap-3">
          <p aria-live="polite" className="text-muted">
            {t("count", { count: list.total })}
          </p>
          <PeopleTable items={list.items} search={search} />
          <Pagination
            previousHref={
              pages.length > 0 ? peopleAddress({ ...narrowing, pages: pages.slice(0, -1) }) : null
            }
            nextHref={
              list.nextCursor ? peopleAddress({ ...narrowing, pages: [...pages, list.nextCursor] }) : null
            }
          />
        </div>
      )}
      {isNarrowed && list.items.length > 0 && (
        <p>
          <LinkButton href="/admin/people" variant="quiet">
            {t("clear")}
          </LinkButton>
        </p>
      )}
      {person && (
        <PersonPanel
          key={person.id}
          person={person}
          domains={domains}
          isViewer={person.id === viewer.id}
          leaving={
            leaving && { list: <OffboardingList offboarding={leaving} />, fingerprint: leaving.fingerprint }
          }
          closeHref={peopleAddress({ ...narrowing, pages })}
        />
      )}
    </Page>
  );
}
