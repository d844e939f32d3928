import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { readReviewsView, reviewsHref } from "#components/reviews/reviews-address.ts";
import { ReviewsTab } from "#components/reviews/reviews-tab.tsx";
import { exclusionReasons } from "#lib/reviews/counted-ratings.ts";
import type { Rating, RatingList } from "#lib/reviews/schema.ts";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: vi.fn() }) }));
afterEach(cleanup);

const rating: Rating = {
  id: "01990000-0000-7000-8000-000000000001",
  stars: 4,
  text: "<b>Bold</b>",
  author: "Kofi Asante",
  team: "Business Support",
  version: "2.3.0",
  ratedAt: "2026-11-01T10:00:00.000Z",
  changedAt: null,
  isMine: false,
  notCounted: null,
  reply: null,
  source: "live",
};
const list: RatingList = {
  summary: { state: "shown", average: 4.27, counted: 21, teams: 6, distribution: [0, 1, 3, 8, 9] },
  excluded: [],
  mine: null,
  mayRate: { allowed: true, reason: "used" },
  canReply: false,
  isOwn: false,
  version: "2.3.0",
  items: [rating],
  nextCursor: null,
};

function show(change: Partial<RatingList> = {}, tryHref: string | null = "/catalog/desk?tab=try") {
  const view = { sort: "newest" as const, isSkipped: false };
  render(
    <QueryClientProvider client={new QueryClient()}>
      <ReviewsTab slug="desk" ratings={{ ...list, ...change }} view={view} tryHref={tryHref} />
    </QueryClientProvider>,
  );
}

test("what people wrote is shown as text", () => {
  show();
  expect(screen.getByText("<b>Bold</b>")).toBeDefined();
  expect(screen.getByText("4.3 of 5")).toBeDefined();
  expect(screen.getByText(/^From 21 ratings of 6 teams/)).toBeDefined();
});

test("each exclusion is counted in words", () => {
  show({ excluded: exclusionReasons.map((reason) => ({ reason, count: 3 })) });
  for (const words of [
    "3 were withdrawn and are not shown.",
    "3 are by people who have left.",
    "3 are by the owning team or who leads it.",
    "3 are about older major versions.",
    /^3 are more of a team than the 5/,
  ]) {
    expect(screen.getByText(words)).toBeDefined();
  }
});

test("who may rate and has not sees a form and Skip, and nobody's stars", () => {
  show({ summary: { state: "rate-first", total: 7 }, items: [] });
  expect(screen.getByRole("link", { name: "Skip" }).getAttribute("href")).toBe(
    "/catalog/desk?tab=reviews&skip=1",
  );
  expect(screen.queryAllByRole("img")).toEqual([]);
  expect(screen.getAllByRole("radio").map((radio) => radio.getAttribute("aria-label"))).toEqual([
    "1 star: Did not help",
    "2 stars: Helped a little",
    "3 stars: Useful with care",
    "4 stars: Works well",
    "5 stars: I rely on it",
  ]);
});

test("a form without stars is not sent and says why", () => {
  show();
  fireEvent.click(screen.getByRole("button", { name: "Rate" }));
  expect(screen.getByText("Choose one to five stars.")).toBeDefined();
  expect(screen.getByRole("group").getAttribute("aria-describedby")).toBe("stars-error");
});

test.each([
  ["not-used", "You can rate this after you have used it.", true],
  ["runs-elsewhere", /^This tool runs elsewhere/, false],
  ["no-version", /^It can be rated once/, false],
] as const)("who may not rate is told why: %s", (reason, words, canTry) => {
  show({ mayRate: { allowed: false, reason } });
  const yours = within(screen.getByRole("region", { name: "Your rating" }));
  expect(yours.getByText(words)).toBeDefined();
  expect(yours.queryByRole("link", { name: "Try it" }) !== null).toBe(canTry);
  expect(screen.queryAllByRole("radio")).toEqual([]);
});

test("a tool that this person cannot try offers no Try it", () => {
  show({ mayRate: { allowed: false, reason: "not-used" } }, null);
  expect(screen.queryByRole("link", { name: "Try it" })).toBeNull();
});

test("somebody who has left has no name, and what does not count is marked", () => {
  show({ items: [{ ...rating, author: null, team: null, notCounted: "former-colleague" }] });
  expect(screen.getByText("A former colleague")).toBeDefined();
  expect(screen.getByText("Not counted: has left")).toBeDefined();
});

test("only those who may edit the tool can reply", () => {
  show();
  expect(screen.queryByRole("button", { name: "Reply" })).toBeNull();
  cleanup();
  show({ canReply: true });
  fireEvent.click(screen.getByRole("button", { name: "Reply" }));
  fireEvent.click(screen.getByRole("button", { name: "Send the reply" }));
  expect(screen.getByText("Write your reply first.")).toBeDefined();
});

test("the address keeps order, stars and Skip, and forgets what makes no sense", () => {
  const view = { sort: "lowest", stars: 2, isSkipped: true } as const;
  const query = Object.fromEntries(new URLSearchParams(reviewsHref("desk", view).split("?")[1]));
  expect(readReviewsView(query)).toEqual(view);
  expect(readReviewsView({ sort: "best", stars: "9", skip: "yes" })).toEqual({
    sort: "newest",
    stars: undefined,
    isSkipped: false,
  });
});
