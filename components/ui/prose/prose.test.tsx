import { cleanup, render, screen, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { Prose } from "#components/ui/prose/prose.tsx";
import { readMarkdown, slugOf } from "#lib/read-markdown.ts";

afterEach(cleanup);

const show = (source: string, props: Partial<Parameters<typeof Prose>[0]> = {}) =>
  render(<Prose markdown={readMarkdown(source)} {...props} />);

test("raw HTML is words, not elements, and comments are gone", () => {
  const { container } = show(
    "Hello <img src=x onerror=alert(1)> you\n\n<script>alert(1)</script>\n\n<!-- secret -->",
  );
  expect(container.querySelector("img, script")).toBeNull();
  expect(container.textContent).toContain("<script>alert(1)</script>");
  expect(container.textContent).not.toContain("secret");
});

test("links lead into the portal or show their host; anything else loses its target", () => {
  show(
    "[a](/catalog) [b](https://example.com/x) [c](javascript:alert(1)) [d](https://u:p@example.com) [e](//evil.example)",
  );
  expect(screen.getByRole("link", { name: "a" }).getAttribute("href")).toBe("/catalog");
  expect(screen.getByRole("link", { name: "b" }).getAttribute("rel")).toContain("noopener");
  expect(screen.getByText("(example.com)", { exact: false })).toBeTruthy();
  for (const name of ["c", "d", "e"]) expect(screen.queryByRole("link", { name })).toBeNull();
});

test("images are named, never loaded", () => {
  const { container } = show("![a map](https://example.com/map.png)");
  expect(container.querySelector("img")).toBeNull();
  expect(container.textContent).toContain("[a map]");
});

test("headings get an id each, are shifted, and a repeated title is left out", () => {
  const markdown = readMarkdown("---\nset: x\n---\n# Loss of signal\n\n## Checks\n\na\n\n## Checks\n\nb", {
    from: 15,
    title: "Loss of signal",
  });
  expect(markdown.headings.map(({ id }) => id)).toEqual(["checks", "checks-2"]);
  render(<Prose markdown={markdown} />);
  expect(screen.queryByText("Loss of signal")).toBeNull();
  expect(screen.getAllByRole("heading", { level: 2 })).toHaveLength(2);
  expect(slugOf("Ausências e férias")).toBe("ausencias-e-ferias");
});

test("the words of a range are marked through inline mark-up, and the passage is set off", () => {
  const source = "First.\n\nThe limit is **30 EUR** a day. More.\n\nLast.";
  const start = source.indexOf("The limit");
  const end = source.indexOf(" More");
  const { container } = show(source, { marks: [{ start, end }], passage: { start, end: end + 6 } });
  const marked = [...container.querySelectorAll("mark")].map((mark) => mark.textContent).join("");
  expect(marked).toBe("The limit is 30 EUR a day.");
  const passage = container.querySelector<HTMLElement>("#passage");
  expect(passage?.textContent).toBe("The limit is 30 EUR a day. More.");
  expect(passage && within(passage).queryByText("First.")).toBeNull();
});

test("tables and task lists keep their structure", () => {
  show("| a | b |\n|---|--:|\n| 1 | 2 |\n\n- [x] done\n- plain");
  expect(screen.getAllByRole("columnheader")).toHaveLength(2);
  expect(screen.getByRole("cell", { name: "2" }).className).toContain("text-right");
  expect(screen.getByRole<HTMLInputElement>("checkbox").checked).toBe(true);
});
