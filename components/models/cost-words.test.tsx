import { render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { costInWords } from "#components/models/cost-words.ts";
import { HealthStrip } from "#components/models/health-strip.tsx";
import type { HealthDay } from "#lib/models/schema.ts";

describe("cost in words", () => {
  it("never shows what is unknown as nothing", () => {
    expect(costInWords({ amounts: [], callsWithoutPrice: 3 })).toBe("unknown, no price is entered");
    expect(costInWords({ amounts: [{ currency: "EUR", amount: 1.5 }], callsWithoutPrice: 1 })).toBe(
      "€1.50, and 1 call without a price",
    );
    expect(costInWords({ amounts: [{ currency: "EUR", amount: 1.5 }], callsWithoutPrice: 1200 })).toBe(
      "€1.50, and 1,200 calls without a price",
    );
  });

  it("keeps currencies apart and small amounts readable", () => {
    const amounts = [
      { currency: "EUR", amount: 0.000_412 },
      { currency: "USD", amount: 12 },
    ];
    expect(costInWords({ amounts, callsWithoutPrice: 0 })).toBe("€0.000412 + US$12.00");
    expect(costInWords({ amounts: [{ currency: "EUR", amount: 0 }], callsWithoutPrice: 0 })).toBe("€0.00");
  });
});

const day = (at: number, looks: number, connected: number): HealthDay => ({
  day: `2026-11-${String(at).padStart(2, "0")}`,
  looks,
  connected,
  p50Ms: connected > 0 ? 120 : null,
});

describe("the strip of health", () => {
  it("says in words what its bars show", () => {
    render(<HealthStrip days={[day(1, 0, 0), day(2, 10, 10), day(3, 10, 5), day(4, 4, 0)]} />);
    expect(screen.getByText(/Last 30 days/).textContent).toMatch(
      /answered 62.5.% of the looks, trouble on 2 days, lately in 120.ms/,
    );
    expect(screen.getByTitle("2026-11-01: not looked at")).toBeTruthy();
    expect(screen.getByTitle("2026-11-03: answered in part")).toBeTruthy();
    expect(screen.getByTitle("2026-11-04: never answered")).toBeTruthy();
  });

  it("says when nothing is known yet", () => {
    render(<HealthStrip days={[day(1, 0, 0)]} />);
    expect(screen.getByText(/nothing is known yet/)).toBeTruthy();
  });
});
