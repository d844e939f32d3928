import { describe, expect, test } from "vitest";
import {
  type HeldDraft,
  holdDraft,
  joinDraft,
  keptDraft,
  pendingOf,
  settleConflict,
} from "#components/publishing/draft/draft-state.ts";
import { mergeOperation, mergeSettings, takePart } from "#components/publishing/draft/merge-draft.ts";
import { standardSettings } from "#lib/catalog/tool-settings.ts";
import type { DraftOperation, DraftOverview } from "#lib/publishing/draft-content.ts";

const operation: DraftOperation = {
  name: "write",
  title: "Write",
  description: "Writes.",
  inputSchema: { type: "object" },
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: false },
  binding: { kind: "prompt", instructions: "Be brief.", modelAlias: "fast" },
  exampleRequests: ["Write to Ana"],
};

const overview: DraftOverview = {
  toolId: "0190a000-0000-7000-8000-000000000001",
  slug: "letters",
  name: "Letters",
  kind: "prompt",
  lifecycle: "draft",
  publishedVersion: null,
  revision: 7,
  settings: standardSettings,
  operations: [],
  secrets: [],
  review: null,
};

describe("settings that two people change", () => {
  test("changes of different fields are joined", () => {
    const mine = { ...standardSettings, supportChannel: "#letters" };
    const theirs = { ...standardSettings, dataClass: "public" as const };
    expect(mergeSettings(standardSettings, mine, theirs)).toEqual({
      value: { ...standardSettings, supportChannel: "#letters", dataClass: "public" },
      clashes: [],
    });
  });

  test("the same field changed to different values is asked, and mine stays until then", () => {
    const mine = { ...standardSettings, riskTier: "medium" as const };
    const theirs = { ...standardSettings, riskTier: "high" as const };
    const merged = mergeSettings(standardSettings, mine, theirs);
    expect(merged.value.riskTier).toBe("medium");
    expect(merged.clashes).toEqual([{ path: "riskTier", mine: "medium", theirs: "high" }]);
  });
});

describe("an operation that two people change", () => {
  test("members of the binding are joined one by one", () => {
    const mine = { ...operation, binding: { ...operation.binding, instructions: "Be kind." } };
    const theirs = {
      ...operation,
      title: "Write a letter",
      binding: { ...operation.binding, temperature: 0.2 },
    };
    const merged = mergeOperation(operation, mine, theirs);
    expect(merged.clashes).toEqual([]);
    expect(merged.value).toEqual({
      ...operation,
      title: "Write a letter",
      binding: { kind: "prompt", instructions: "Be kind.", modelAlias: "fast", temperature: 0.2 },
    });
  });

  test("what one took away stays away when the other left it alone", () => {
    const withMessage = { ...operation, binding: { ...operation.binding, message: "{{a}}" } };
    const mine = { ...withMessage, title: "New" };
    expect(mergeOperation(withMessage, mine, operation).value).toEqual({ ...operation, title: "New" });
    expect(mergeOperation(operation, operation, null).value).toBeNull();
    expect(mergeOperation(operation, null, operation).value).toBeNull();
  });

  test("an operation removed by one and changed by the other is asked as a whole", () => {
    const mine = { ...operation, title: "New" };
    const { value, clashes } = mergeOperation(operation, mine, null);
    expect(value).toEqual(mine);
    expect(clashes.map(({ path }) => path)).toEqual([""]);
    const [clash] = clashes;
    expect(clash && takePart(mine, clash)).toBeNull();
  });

  test("bindings of different kinds are never mixed", () => {
    const agent = { ...operation, binding: { kind: "agent", steps: [] } };
    const mine = { ...operation, binding: { ...operation.binding, instructions: "Be kind." } };
    const { clashes } = mergeOperation(operation, mine, agent);
    expect(clashes.map(({ path }) => path)).toEqual(["binding"]);
    const [clash] = clashes;
    expect(clash && takePart(mine, clash)?.binding).toEqual(agent.binding);
  });
});

describe("a draft in somebody's hands", () => {
  const held = holdDraft(overview, [operation]);
  const typed = {
    ...held,
    opened: new Map([["write", { base: operation, mine: { ...operation, name: "letter" } }]]),
  };

  test("only what changed is sent, under the name that the server knows", () => {
    expect(pendingOf(held)).toBeNull();
    expect(pendingOf(typed)).toEqual({
      operationEdits: [{ name: "write", operation: { ...operation, name: "letter" } }],
    });
    expect(pendingOf({ ...held, settings: { ...held.settings, linkUrl: "x" } })?.settings?.linkUrl).toBe("x");
  });

  test("what is typed while a save is on its way is sent next", () => {
    const later = {
      ...typed,
      opened: new Map([
        ["write", { base: operation, mine: { ...operation, name: "letter", title: "More" } }],
      ]),
    };
    const kept = keptDraft(later, typed, 8);
    expect(kept.overview.revision).toBe(8);
    expect(pendingOf(kept)).toEqual({
      operationEdits: [{ name: "letter", operation: { ...operation, name: "letter", title: "More" } }],
    });
    expect(pendingOf(keptDraft(typed, typed, 8))).toBeNull();
  });

  test("a join keeps both sides and names what both changed", () => {
    const mine = {
      ...held,
      settings: { ...standardSettings, supportChannel: "#a", riskTier: "high" as const },
    };
    const theirs = { ...standardSettings, supportChannel: "#b", dataClass: "public" as const };
    const { draft, conflicts, isChanged } = joinDraft(
      mine,
      { ...overview, revision: 9, settings: theirs },
      new Map([["write", { ...operation, title: "Theirs" }]]),
    );
    expect(draft.settings).toEqual({ ...mine.settings, dataClass: "public" });
    expect(draft.opened.get("write")?.mine?.title).toBe("Theirs");
    expect(conflicts).toEqual([
      { id: "settings.supportChannel", operation: null, path: "supportChannel", mine: "#a", theirs: "#b" },
    ]);
    expect(isChanged).toBe(true);
  });
});

describe("the choice for a part that both changed", () => {
  const mine = { ...operation, description: "Mine.", binding: { ...operation.binding, instructions: "I." } };
  const theirs = {
    ...operation,
    description: "Theirs.",
    binding: { ...operation.binding, instructions: "They." },
  };
  const start = holdDraft(overview, [operation]);
  const typed = { ...start, opened: new Map([["write", { base: operation, mine }]]) };
  const { draft, conflicts } = joinDraft(typed, { ...overview, revision: 8 }, new Map([["write", theirs]]));

  test("keeps both texts, also what was typed while it was asked", () => {
    const later = { ...mine, description: "Mine, and more." };
    const typing = { ...draft, opened: new Map([["write", { base: theirs, mine: later }]]) };
    const settled = conflicts.reduce<HeldDraft>(
      (held, conflict) => settleConflict(held, conflict, "both"),
      typing,
    );
    expect(settled.opened.get("write")?.mine).toEqual({
      ...operation,
      description: "Theirs.\n\nMine, and more.",
      binding: { ...operation.binding, instructions: "They.\n\nI." },
    });
    expect(pendingOf(settled)?.operationEdits).toHaveLength(1);
  });

  test("takes theirs, part by part", () => {
    const [first] = conflicts;
    if (!first) throw new Error("There is nothing to choose.");
    expect(first.path).toBe("description");
    expect(settleConflict(draft, first, "theirs").opened.get("write")?.mine).toEqual({
      ...mine,
      description: "Theirs.",
    });
  });

  test("of settings is the same", () => {
    const at = { id: "settings.embedOrigins", operation: null, path: "embedOrigins" };
    const [a, b] = ["https://a.example.com", "https://b.example.com"];
    const own = { ...draft, settings: { ...draft.settings, embedOrigins: [b] } };
    const settled = settleConflict(own, { ...at, mine: [b], theirs: [a] }, "both");
    expect(settled.settings.embedOrigins).toEqual([a, b]);
  });
});
