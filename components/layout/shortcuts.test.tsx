import { expect, test } from "vitest";
import { shortcutTracker } from "#components/layout/shortcuts.ts";

type Press = Parameters<ReturnType<typeof shortcutTracker>>[0];

const press = (key: string, more: Partial<Press> = {}): Press => ({
  key,
  metaKey: false,
  ctrlKey: false,
  altKey: false,
  defaultPrevented: false,
  target: document.body,
  ...more,
});

test("the palette opens from anywhere, with either command key", () => {
  const track = shortcutTracker(() => false);
  const field = document.createElement("input");
  expect(track(press("k", { ctrlKey: true, target: field }))).toBe("palette");
  expect(track(press("K", { metaKey: true }))).toBe("palette");
  expect(track(press("k"))).toBeNull();
});

test("g waits a moment for its place", () => {
  let time = 0;
  const track = shortcutTracker(
    () => true,
    () => time,
  );
  expect(track(press("g"))).toBeNull();
  expect(track(press("t"))).toEqual({ href: "/catalog" });
  expect(track(press("t"))).toBeNull();
  track(press("g"));
  time = 5000;
  expect(track(press("h"))).toBeNull();
});

test("single keys are letters inside fields and dialogs, and can be turned off", () => {
  const track = shortcutTracker(() => true);
  const dialog = document.createElement("div");
  dialog.setAttribute("role", "dialog");
  const inside = dialog.appendChild(document.createElement("button"));
  expect(track(press("?", { target: document.createElement("textarea") }))).toBeNull();
  expect(track(press("?", { target: inside }))).toBeNull();
  expect(track(press("?"))).toBe("help");
  expect(shortcutTracker(() => false)(press("?"))).toBeNull();
});
