import { cleanup, render, screen } from "@testing-library/react";
import { renderToString } from "react-dom/server";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { NowProvider } from "#components/ui/now.tsx";
import { Time } from "#components/ui/time.tsx";
import { formatTime, relativeTime } from "#components/ui/time-words.ts";

const now = Date.parse("2026-05-09T14:00:00Z");
const ago = (ms: number) => relativeTime(now - ms, now, "just now");
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

beforeEach(() => {
  vi.useFakeTimers({ now });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

test("distances are said in the unit that fits, and old ones not at all", () => {
  expect(ago(10_000)).toBe("just now");
  expect(ago(5 * minute)).toBe("5 minutes ago");
  expect(ago(59 * minute)).toBe("59 minutes ago");
  expect(ago(3 * hour)).toBe("3 hours ago");
  expect(ago(day)).toBe("yesterday");
  expect(ago(-3 * day)).toBe("in 3 days");
  expect(ago(15 * day)).toBe("2 weeks ago");
  expect(ago(40 * day)).toBeNull();
});

test("dates are written day first, and clocks have 24 hours", () => {
  expect(formatTime(now, "date", "UTC")).toBe("9 May 2026");
  expect(formatTime(now, "second", "UTC")).toBe("9 May 2026, 14:00:00");
  expect(formatTime(Date.parse("2026-05-09T00:30:00Z"), "clock", "UTC")).toBe("00:30");
});

test("the server counts from the moment it was told and names its zone", () => {
  const later = now + 5 * minute;
  const html = renderToString(
    <NowProvider now={now}>
      <Time value="2026-05-09T13:58:00Z" />
    </NowProvider>,
  );
  vi.setSystemTime(later);
  expect(html).toContain("2 minutes ago");
  expect(html).toContain('title="9 May 2026, 13:58:00 UTC"');
});

test("hydration says what the server said and then the present", () => {
  const errors = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const view = (
    <NowProvider now={now}>
      <Time value="2026-05-09T13:58:00Z" />
    </NowProvider>
  );
  const container = document.createElement("div");
  document.body.append(container);
  container.innerHTML = renderToString(view);
  vi.setSystemTime(now + 10 * minute);
  render(view, { container, hydrate: true });
  expect(errors).not.toHaveBeenCalled();
  const time = screen.getByText("12 minutes ago");
  expect(time.getAttribute("datetime")).toBe("2026-05-09T13:58:00Z");
  expect(time.getAttribute("title")).not.toContain("UTC");
});

test("what is no date is shown as it came", () => {
  render(<Time value="soon" />);
  expect(screen.getByText("soon").tagName).toBe("SPAN");
});
