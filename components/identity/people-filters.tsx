import { roleName } from "#components/identity/role-name.ts";
import { Button } from "#components/ui/button.tsx";
import { SearchInput } from "#components/ui/search-input.tsx";
import { Select } from "#components/ui/select.tsx";
import { personStates, type TeamRef } from "#lib/identity/person.ts";
import { roles } from "#lib/identity/schema.ts";
import { people } from "#lib/messages/en/people.ts";
import { translator } from "#lib/messages/translate.ts";
import type { PeopleSearch } from "./people-address.ts";

const t = translator(people);

/** What the list is narrowed to; a plain form, so the choice is in the address. */
export function PeopleFilters({ search, teams }: { search: PeopleSearch; teams: readonly TeamRef[] }) {
  return (
    <search>
      <form action="/admin/people" className="flex flex-wrap items-center gap-2">
        <SearchInput
          name="words"
          aria-label={t("words")}
          placeholder={t("words")}
          defaultValue={search.words ?? ""}
          className="min-w-52 flex-1 max-md:basis-full"
        />
        <Select
          name="role"
          aria-label={t("role")}
          defaultValue={search.role ?? ""}
          className="w-40 max-md:w-[calc(50%-0.25rem)]"
        >
          <option value="">{t("anyRole")}</option>
          {roles.map((role) => (
            <option key={role} value={role}>
              {roleName(role)}
            </option>
          ))}
        </Select>
        <Select
          name="teamId"
          aria-label={t("team")}
          defaultValue={search.teamId ?? ""}
          className="w-52 max-md:w-[calc(50%-0.25rem)]"
        >
          <option value="">{t("anyTeam")}</option>
          {teams.map((team) => (
            <option key={team.id} value={team.id}>
              {team.name}
            </option>
          ))}
        </Select>
        <Select
          name="state"
          aria-label={t("state")}
          defaultValue={search.state ?? "active"}
          className="w-36 max-md:w-[calc(50%-0.25rem)]"
        >
          {personStates.map((state) => (
            <option key={state} value={state}>
              {t(`state-${state}`)}
            </option>
          ))}
        </Select>
        <Button type="submit" className="max-md:w-[calc(50%-0.25rem)]">
          {t("search")}
        </Button>
      </form>
    </search>
  );
}
