import { expect, test } from "vitest";
import { peopleAddress, readPeopleSearch } from "#components/identity/people-address.ts";

const person = "01999999-9999-7999-8999-999999999999";

test("an address holds what was asked for, and reads back as the same", () => {
  const search = {
    words: "ana li",
    role: "auditor",
    teamId: person,
    state: "all",
    pages: ["a1", "b2"],
    person,
  } as const;
  const address = peopleAddress(search);
  const parameters = Object.fromEntries(new URL(address, "http://portal").searchParams);
  expect(readPeopleSearch(parameters)).toEqual(search);
  expect(peopleAddress({ state: "active", pages: [] })).toBe("/admin/people");
});

test("what is not understood is left out", () => {
  const read = readPeopleSearch({ role: "king", person: "1", teamId: ["x"], state: "asleep", words: " a " });
  expect(read).toEqual({ words: "a", state: "active", pages: [] });
});
