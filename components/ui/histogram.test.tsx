import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { Histogram } from "#components/ui/histogram.tsx";
import { type BucketRange, bucketAt, moveEnd, rangeBetween } from "#components/ui/histogram-range.ts";

afterEach(cleanup);

const buckets = Array.from({ length: 10 }, (_, index) => ({
  label: `${index + 1} May`,
  count: index * 10,
  flagged: index === 9 ? 4 : 0,
}));

function show(range: BucketRange | null) {
  const onRangeChange = vi.fn();
  render(<Histogram buckets={buckets} label="Events per day" range={range} onRangeChange={onRangeChange} />);
  const chart = screen.getByRole("group", { name: "Events per day" });
  chart.getBoundingClientRect = () => new DOMRect(0, 0, 100, 72);
  return { onRangeChange, chart };
}

test("a drag in either direction chooses the buckets under it", () => {
  const { onRangeChange, chart } = show(null);
  fireEvent.pointerDown(chart, { button: 0, clientX: 75 });
  fireEvent.pointerMove(chart, { clientX: 31 });
  expect(onRangeChange).not.toHaveBeenCalled();
  fireEvent.pointerUp(chart, { clientX: 31 });
  expect(onRangeChange).toHaveBeenCalledExactlyOnceWith({ from: 3, to: 7 });
});

test("the ends are sliders that say their time and move by key", () => {
  const { onRangeChange } = show({ from: 2, to: 5 });
  const start = screen.getByRole("slider", { name: "Start of the range" });
  expect(start.getAttribute("aria-valuetext")).toBe("3 May");
  fireEvent.keyDown(start, { key: "ArrowRight" });
  expect(onRangeChange).toHaveBeenLastCalledWith({ from: 3, to: 5 });
  fireEvent.keyDown(screen.getByRole("slider", { name: "End of the range" }), { key: "End" });
  expect(onRangeChange).toHaveBeenLastCalledWith({ from: 2, to: 9 });
});

test("the whole range comes back by a button", () => {
  const { onRangeChange } = show({ from: 2, to: 5 });
  fireEvent.click(screen.getByRole("button", { name: "Show the whole range" }));
  expect(onRangeChange).toHaveBeenCalledWith(null);
});

test("the table under it has every span in which something happened", () => {
  show(null);
  const rows = screen.getAllByRole("row", { hidden: true });
  expect(rows).toHaveLength(1 + 9);
  expect(rows.at(-1)?.textContent).toBe("10 May904");
});

test("ranges stay inside the buckets and in order, whatever is done to them", () => {
  const index = fc.integer({ min: -50, max: 150 });
  fc.assert(
    fc.property(index, index, fc.constantFrom("from", "to"), index, (one, other, end, step) => {
      const range = moveEnd(rangeBetween(one, other, 100), end, step, 100);
      expect(range.from).toBeGreaterThanOrEqual(0);
      expect(range.to).toBeLessThan(100);
      expect(range.from).toBeLessThanOrEqual(range.to);
    }),
  );
  expect(bucketAt(1, 10)).toBe(9);
  expect(bucketAt(-0.1, 10)).toBe(0);
});
