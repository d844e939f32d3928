import { act, cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { FavouriteButton } from "#components/collections/favourite-button.tsx";
import { FavouritesProvider } from "#components/collections/favourites.tsx";
import { toastStore } from "#components/ui/toast-store.ts";

const refresh = vi.fn();
let pathname = "/catalog";
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh }), usePathname: () => pathname }));

const tool = { id: "01990000-0000-7000-8000-000000000001", slug: "desk", name: "Desk" };
const sent: string[] = [];
let fails = false;

beforeEach(() => {
  sent.length = 0;
  fails = false;
  pathname = "/catalog";
  refresh.mockReset();
  vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
    sent.push(`${init.method} ${url}`);
    if (!fails) return Response.json({ isFavourite: init.method === "PUT" });
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

function open(ids: string[] = []) {
  render(
    <FavouritesProvider ids={ids}>
      <FavouriteButton tool={tool} withWords={false} />
    </FavouritesProvider>,
  );
  return screen.getByRole("button", { name: "Favourite: Desk" });
}
const isPressed = (button: HTMLElement) => button.getAttribute("aria-pressed") === "true";

test("a press shows at once, is sent, and can be undone", async () => {
  const star = open();
  fireEvent.click(star);
  expect(isPressed(star)).toBe(true);
  await waitFor(() => expect(sent).toEqual(["PUT /api/favourites/desk"]));
  act(() => toastStore.read().at(-1)?.action?.onSelect());
  expect(isPressed(star)).toBe(false);
  await waitFor(() => expect(sent.at(-1)).toBe("DELETE /api/favourites/desk"));
  expect(refresh).not.toHaveBeenCalled();
});

test("two quick presses are sent one after the other, so that the last one holds", async () => {
  const star = open([tool.id]);
  fireEvent.click(star);
  fireEvent.click(star);
  await waitFor(() => expect(sent).toEqual(["DELETE /api/favourites/desk", "PUT /api/favourites/desk"]));
  expect(isPressed(star)).toBe(true);
});

test("what the server refuses is taken back and told", async () => {
  fails = true;
  const star = open();
  fireEvent.click(star);
  await waitFor(() => expect(isPressed(star)).toBe(false));
  await waitFor(() => expect(toastStore.read().at(-1)?.tone).toBe("danger"));
});

test("a page that lists favourites reads them again", async () => {
  pathname = "/collections";
  fireEvent.click(open([tool.id]));
  await waitFor(() => expect(refresh).toHaveBeenCalledOnce());
});
