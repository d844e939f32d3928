import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { TrustEvidence } from "#components/trust/trust-evidence.tsx";
import { TrustMark } from "#components/trust/trust-mark.tsx";
import { trustLabel } from "#components/trust/trust-words.ts";
import { notRated, type TrustRating } from "#lib/trust/mark.ts";

afterEach(cleanup);

const rating: TrustRating = {
  threads: { evaluation: 0.9, reliability: 0.5, compliance: 1, ownership: 0.8, freshness: 0, people: null },
  score: 63.6,
  band: "use-with-care",
  gate: { at: 64, words: "Held at 64: a review expired." },
  thin: true,
  sentences: { evaluation: "Passed 460 of 500." },
};

test("the label says number, band, gate, strength and every thread", () => {
  expect(trustLabel(rating)).toBe(
    "Trust: 64 Use with care. Thin evidence. Held at 64: a review expired. Passed 460 of 500. " +
      "Reliability: 50 of 100. Compliance: 100 of 100. Ownership: 80 of 100. Freshness: 0 of 100. People: no evidence yet.",
  );
});

test("without a rating there are words and no number", () => {
  const { container } = render(<TrustMark rating={notRated} interactive={false} />);
  expect(screen.getByRole("img").getAttribute("aria-label")).toMatch(/^Trust: Not yet rated\./);
  expect(container.textContent?.trim()).toBe("Not yet rated");
  expect(container.querySelectorAll("path[stroke-dasharray]")).toHaveLength(6);
});

test("a thread is filled from the bottom by its value, and none is not zero", () => {
  const { container } = render(
    <TrustMark rating={{ ...rating, thin: false, gate: null }} interactive={false} />,
  );
  const fills = [...container.querySelectorAll("rect[fill=currentColor]")];
  expect(fills.map((fill) => [fill.getAttribute("y"), fill.getAttribute("height")])).toEqual([
    ["2", "18"],
    ["10", "10"],
    ["0", "20"],
    ["4", "16"],
    ["20", "0"],
  ]);
  expect(fills.every((fill) => fill.getAttribute("width") === "3")).toBe(true);
  expect(container.querySelectorAll("path[stroke-dasharray]")).toHaveLength(1);
});

test("a cap is a line at its height with its words; thin evidence is thin and said", () => {
  const { container } = render(<TrustMark rating={rating} interactive={false} />);
  const line = container.querySelector("path:not([stroke-dasharray])");
  expect(line?.getAttribute("d")).toBe("M0 7.199999999999999H28");
  expect(line?.getAttribute("stroke-width")).toBe("1.5");
  expect(container.querySelector("rect")?.getAttribute("width")).toBe("1");
  expect(container.textContent).toContain("thin evidence");
  expect(container.textContent).toContain("Held at 64");
});

test("as a button its name begins with the words in view", () => {
  render(<TrustMark rating={rating} />);
  expect(screen.getByRole("button").textContent?.replace(/\s+/g, " ")).toMatch(
    /^Trust: 64 Use with care thin evidence Held at 64: a review expired\. Passed 460 of 500\./,
  );
});

test("a blocked tool says so and shows no number", () => {
  const { container } = render(
    <TrustMark rating={{ ...rating, score: null, gate: { at: 0, words: "Blocked" } }} interactive={false} />,
  );
  expect(container.textContent?.trim()).toBe("Blocked");
  expect(screen.getByRole("img").getAttribute("aria-label")).toMatch(/^Trust: Blocked\./);
});

test("before ratings exist the evidence has its sample size", () => {
  const { container, rerender } = render(
    <TrustEvidence ownerConfirmedAt="2026-05-09T08:00:00Z" successShare={0.9861} sampleSize={1204} />,
  );
  expect(container.textContent?.replaceAll("\u00a0", " ")).toBe("Owner confirmed98.6 % of 1,204 calls");
  rerender(<TrustEvidence ownerConfirmedAt={null} successShare={null} sampleSize={0} />);
  expect(container.textContent).toBe("Ownership unconfirmedNo calls yet");
});
