import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { contrastRatio, type LinearRgb, oklchToLinearRgb } from "#components/ui/contrast.ts";

type Theme = "light" | "dark";

const css = readFileSync("app/globals.css", "utf8");
const tokens = new Map<string, Record<Theme, LinearRgb>>();
const declaration = /--([\w-]+): light-dark\(oklch\(([^)/]+)\), oklch\(([^)/]+)\)\);/g;
for (const [, name = "", light = "", dark = ""] of css.matchAll(declaration)) {
  tokens.set(name, { light: parse(light), dark: parse(dark) });
}

function parse(text: string): LinearRgb {
  const [lightness, chroma, hue] = text.trim().split(/\s+/).map(Number);
  if (lightness === undefined || chroma === undefined) throw new Error(`Not a colour: ${text}`);
  return oklchToLinearRgb(lightness, chroma, hue ?? 0);
}

function ratio(theme: Theme, ink: string, ground: string): number {
  const [one, other] = [tokens.get(ink), tokens.get(ground)];
  if (!one || !other) throw new Error(`No token ${one ? ground : ink} in app/globals.css`);
  return contrastRatio(one[theme], other[theme]);
}

const readable = 4.5;
const visible = 3;

// The table of the look: ink, ground, ratio in light and in dark, and the least that WCAG AA asks for.
const table: readonly [ink: string, ground: string, light: number, dark: number, least: number][] = [
  ["text", "surface", 16.7, 13.9, readable],
  ["text", "sunken", 14.9, 15.7, readable],
  ["text", "quote", 15.4, 13.0, readable],
  ["text", "mark", 13.4, 6.9, readable],
  ["muted", "surface", 7.3, 7.8, readable],
  ["muted", "sunken", 6.6, 8.8, readable],
  ["faint", "surface", 5.2, 5.8, readable],
  ["faint", "sunken", 4.6, 6.6, readable],
  ["accent", "surface", 6.8, 8.2, readable],
  ["accent", "accent-soft", 5.9, 6.6, readable],
  ["on-accent", "accent", 6.7, 8.8, readable],
  ["positive", "surface", 6.2, 8.9, readable],
  ["caution", "surface", 5.6, 9.3, readable],
  ["danger", "surface", 6.3, 7.0, readable],
  ["border-strong", "surface", 3.4, 3.7, visible],
  ["border-strong", "sunken", 3.0, 4.2, visible],
];

test.each(table)("%s on %s keeps its ratio", (ink, ground, light, dark, least) => {
  for (const [theme, expected] of [
    ["light", light],
    ["dark", dark],
  ] as const) {
    const measured = ratio(theme, ink, ground);
    expect(Math.abs(measured - expected), `${theme}: ${measured.toFixed(2)}`).toBeLessThanOrEqual(0.15);
    expect(measured, theme).toBeGreaterThanOrEqual(least);
  }
});

// Pairs that parts use and the table does not name.
const used: readonly [ink: string, ground: string, least: number][] = [
  ["text", "canvas", readable],
  ["text", "accent-soft", readable],
  ["muted", "canvas", readable],
  ["muted", "accent-soft", readable],
  ["muted", "quote", readable],
  ["accent", "canvas", readable],
  ["accent", "sunken", readable],
  ["accent", "quote", readable],
  ["accent-hover", "surface", readable],
  ["on-accent", "accent-hover", readable],
  ["positive", "positive-soft", readable],
  ["positive", "sunken", readable],
  ["caution", "caution-soft", readable],
  ["caution", "sunken", readable],
  ["danger", "danger-soft", readable],
  ["danger", "canvas", readable],
  ["text", "caution-soft", readable],
  ["text", "danger-soft", readable],
  ["chart-1", "surface", visible],
  ["chart-2", "surface", visible],
  ["chart-3", "surface", visible],
  ["chart-4", "surface", visible],
  ["chart-other", "surface", visible],
];

test.each(used)("%s on %s meets AA in both themes", (ink, ground, least) => {
  expect(ratio("light", ink, ground)).toBeGreaterThanOrEqual(least);
  expect(ratio("dark", ink, ground)).toBeGreaterThanOrEqual(least);
});

test("the arithmetic agrees with known pairs", () => {
  const [white, black] = [oklchToLinearRgb(1, 0, 0), oklchToLinearRgb(0, 0, 0)];
  expect(contrastRatio(white, black)).toBeCloseTo(21, 1);
  // sRGB red, #f00: 4.00 on white
  expect(contrastRatio(oklchToLinearRgb(0.62796, 0.25768, 29.234), white)).toBeCloseTo(4, 1);
});

test("no class waits for a width that the theme does not have", () => {
  const widths = new Set([...css.matchAll(/--breakpoint-(\w+):/g)].map(([, name]) => name));
  const missing = ["sm", "md", "lg", "xl", "2xl"].filter((name) => !widths.has(name)).join("|");
  const dead = new RegExp(`["\\s\`:](?:max-)?(?:${missing}):[a-z[]`);
  const files = ["app", "components"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".tsx"))
      .map((name) => `${folder}/${name}`),
  );
  expect(files.length).toBeGreaterThan(300);
  expect(files.filter((name) => dead.test(readFileSync(name, "utf8")))).toEqual([]);
});
