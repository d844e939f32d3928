import { expect, test } from "vitest";
import { trustBadge } from "#lib/trust/badge.ts";
import { notRated } from "#lib/trust/mark.ts";

test("the badge says the number and the band, and fills its threads", () => {
  const threads = { ...notRated.threads, reliability: 0.5, compliance: 1 };
  const svg = trustBadge("Ticket Desk", { threads, score: 63.6, band: "use-with-care" });
  expect(svg).toContain("Ticket Desk. Trust: 64 Use with care</title>");
  expect(svg).toContain('y="14" width="3" height="10"');
  expect(svg.match(/stroke-dasharray/g)).toHaveLength(4);
});

test("a tool without a number has none, and what a name holds stays text", () => {
  const svg = trustBadge('<script>"&', notRated);
  expect(svg).toContain("&lt;script&gt;&quot;&amp;. Trust: Not yet rated");
  expect(svg).not.toContain("<script");
});
