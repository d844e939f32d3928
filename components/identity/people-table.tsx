import { type PeopleSearch, peopleAddress } from "#components/identity/people-address.ts";
import { roleName } from "#components/identity/role-name.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Status } from "#components/ui/status.tsx";
import {
  RowLink,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeadCell,
  TableRow,
} from "#components/ui/table.tsx";
import { Time } from "#components/ui/time.tsx";
import type { PersonRow } from "#lib/identity/person.ts";
import { people } from "#lib/messages/en/people.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(people);

function Roles({ person }: { person: PersonRow }) {
  const held = person.roles.filter((role) => role !== "employee");
  if (held.length === 0) return <span className="text-muted">{roleName("employee")}</span>;
  return (
    <span className="inline-flex flex-wrap gap-1">
      {held.map((role) => (
        <Badge key={role} tone={role === "admin" ? "accent" : "neutral"}>
          {roleName(role)}
        </Badge>
      ))}
    </span>
  );
}

function Seen({ person }: { person: PersonRow }) {
  if (!person.isActive) return <Status tone="neutral">{t("deactivated")}</Status>;
  if (!person.lastSeenAt) return <span className="text-muted">{t("notSignedIn")}</span>;
  return <Time value={person.lastSeenAt} />;
}

/** People by name; a row opens the person beside the list. */
export function PeopleTable({ items, search }: { items: readonly PersonRow[]; search: PeopleSearch }) {
  return (
    <div className="overflow-clip rounded-card border bg-surface">
      <Table label={t("title")}>
        <TableHead>
          <TableHeadCell>{t("columnPerson")}</TableHeadCell>
          <TableHeadCell>{t("columnTeam")}</TableHeadCell>
          <TableHeadCell>{t("columnRoles")}</TableHeadCell>
          <TableHeadCell>{t("columnSeen")}</TableHeadCell>
          <TableHeadCell numeric>{t("columnSessions")}</TableHeadCell>
        </TableHead>
        <TableBody>
          {items.map((person) => (
            <TableRow key={person.id} selected={person.id === search.person}>
              <TableCell phone="first">
                <RowLink href={peopleAddress({ ...search, person: person.id })}>{person.name}</RowLink>
                <span className="block text-muted text-small">{person.jobTitle || person.email}</span>
              </TableCell>
              <TableCell phone="second">
                {person.teamName}
                <span className="block text-muted text-small max-md:hidden">{person.domainName}</span>
              </TableCell>
              <TableCell phone="aside">
                <Roles person={person} />
              </TableCell>
              <TableCell phone="second">
                <Seen person={person} />
              </TableCell>
              <TableCell phone="hidden" numeric>
                {person.sessions > 0 ? person.sessions : ""}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
