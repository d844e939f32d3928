import { act, cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { FollowButton } from "#components/collections/follow-button.tsx";
import { FollowedTools } from "#components/collections/followed-tools.tsx";
import { FollowingProvider } from "#components/collections/following.tsx";
import { NowProvider } from "#components/ui/now.tsx";
import { toastStore } from "#components/ui/toast-store.ts";

const refresh = vi.fn();
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh }), usePathname: () => "/inbox/settings" }));

const tool = { id: "01990000-0000-7000-8000-000000000001", slug: "desk", name: "Desk" };
let sent: string[];
let fails: boolean;

beforeEach(() => {
  sent = [];
  fails = false;
  vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
    sent.push(`${init.method} ${url}`);
    if (!fails) return Response.json({ isFollowing: init.method === "PUT" });
    const error = {
      code: "conflict",
      message: "Full.",
      mend: null,
      fields: [],
      details: null,
      requestId: "r",
    };
    return Response.json({ error }, { status: 409 });
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function open(ids: string[]) {
  render(
    <NowProvider now={0}>
      <FollowingProvider ids={ids}>
        <FollowButton tool={tool} />
        <FollowedTools tools={[{ ...tool, since: "2026-03-01T10:00:00.000Z" }]} />
      </FollowingProvider>
    </NowProvider>,
  );
  return screen.getByRole("button", { name: "Follow" });
}
const isPressed = (button: HTMLElement) => button.getAttribute("aria-pressed") === "true";

test("two quick presses are sent in their order", async () => {
  const bell = open([]);
  fireEvent.click(bell);
  fireEvent.click(bell);
  expect(isPressed(bell)).toBe(false);
  await waitFor(() => expect(sent).toEqual(["PUT /api/tools/desk/follow", "DELETE /api/tools/desk/follow"]));
});

test("what is let go of leaves the list, and can be brought back", async () => {
  open([tool.id]);
  fireEvent.click(screen.getByRole("button", { name: "Unfollow Desk" }));
  expect(screen.queryByRole("link", { name: "Desk" })).toBeNull();
  act(() => toastStore.read().at(-1)?.action?.onSelect());
  expect(screen.getByRole("link", { name: "Desk" })).toBeTruthy();
  await waitFor(() => expect(sent).toEqual(["DELETE /api/tools/desk/follow", "PUT /api/tools/desk/follow"]));
});

test("a press that is refused is taken back and said", async () => {
  fails = true;
  const bell = open([]);
  fireEvent.click(bell);
  expect(isPressed(bell)).toBe(true);
  await waitFor(() => expect(isPressed(bell)).toBe(false));
  await waitFor(() => expect(toastStore.read().at(-1)?.description).toContain("Full."));
});
