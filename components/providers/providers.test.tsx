import { act, cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { shouldRetry } from "#components/providers/query-client.ts";
import { ThemeProvider, useTheme } from "#components/providers/theme.tsx";
import { parseTheme } from "#components/providers/theme-cookie.ts";

afterEach(cleanup);

function Choice() {
  const { theme, setTheme } = useTheme();
  return (
    <>
      <p>{theme}</p>
      <button type="button" onClick={() => setTheme("dark")}>
        dark
      </button>
      <button type="button" onClick={() => setTheme("system")}>
        system
      </button>
    </>
  );
}

test("a choice is kept in the cookie and set on the root; the system's needs neither attribute", () => {
  render(
    <ThemeProvider initial="light">
      <Choice />
    </ThemeProvider>,
  );
  act(() => screen.getByRole("button", { name: "dark" }).click());
  expect(document.documentElement.dataset.theme).toBe("dark");
  expect(document.cookie).toContain("weft-theme=dark");
  act(() => screen.getByRole("button", { name: "system" }).click());
  expect(document.documentElement.dataset.theme).toBeUndefined();
  expect(document.cookie).toContain("weft-theme=system");
});

test("an unknown cookie is the system's theme", () => {
  expect(parseTheme("dark")).toBe("dark");
  expect(parseTheme("sepia")).toBe("system");
  expect(parseTheme(undefined)).toBe("system");
});

test("a refusal is not asked again, an outage twice", () => {
  expect(shouldRetry(0, { status: 403 })).toBe(false);
  expect(shouldRetry(0, { status: 429 })).toBe(true);
  expect(shouldRetry(1, { status: 503 })).toBe(true);
  expect(shouldRetry(2, new TypeError("Failed to fetch"))).toBe(false);
});
