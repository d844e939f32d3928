import { describe, expect, it } from "vitest";
import { changed, draftOf, isSayable } from "#components/policy/rule-form-state.ts";

describe("the form of a rule", () => {
  it("can be said once it names whom and what", () => {
    const empty = draftOf(null);
    expect(isSayable(empty)).toBe(false);
    expect(isSayable({ ...empty, subjectIds: ["t"], resourceId: "r" })).toBe(true);
    expect(isSayable(changed({ ...empty, resourceId: "r" }, { subjectKind: "everyone" }))).toBe(true);
  });

  it("drops what does not fit a new choice, and keeps the rest", () => {
    const draft = {
      ...draftOf(null),
      title: "A",
      subjectIds: ["t"],
      resourceId: "r",
      actions: ["discover" as const],
    };
    expect(changed(draft, { subjectKind: "person" })).toMatchObject({
      subjectIds: [],
      resourceId: "r",
      title: "A",
    });
    expect(changed(draft, { resourceKind: "domain" })).toMatchObject({
      resourceId: null,
      actions: ["discover"],
    });
    expect(changed(draft, { resourceKind: "model" })).toMatchObject({
      resourceId: null,
      actions: ["callModel"],
    });
    expect(changed(changed(draft, { resourceKind: "model" }), { resourceKind: "tool" }).actions).toEqual([
      "use",
    ]);
  });

  it("never lets a rule only let everybody in", () => {
    expect(changed(draftOf(null), { subjectKind: "everyone" }).effect).toBe("forbid");
  });
});
