import { cleanup, render, screen, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { Prose } from "#components/ui/prose/prose.tsx";
import { TooltipProvider } from "#components/ui/tooltip.tsx";
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

test("a remark has its word beside its colour; what only looks like one stays a quote", () => {
  const { container } = show(
    "> [!WARNING]\n> Do **not** run it.\n\n> [!tip]\n>\n> - one\n\n> [!NOTE] on the same line\n\n> [!SHOUT]\n> no\n\n> plain",
  );
  const notes = screen.getAllByRole("note").map((note) => note.textContent);
  expect(notes).toEqual(["WarningDo not run it.", "Tipone"]);
  expect(container.querySelectorAll("blockquote")).toHaveLength(3);
});

test("words of a remark are marked where they stand", () => {
  const source = "> [!NOTE]\n> Take the card and run it.";
  const start = source.indexOf("card");
  const { container } = show(source, { marks: [{ start, end: start + 4 }] });
  expect(container.querySelector("mark")?.textContent).toContain("card");
});

test("images are those that the portal holds; one from elsewhere is a link with a note", () => {
  const image = (target: string) =>
    target === "image:a.png" ? { src: "/api/tools/x/images/a.png", width: 40, height: 30 } : null;
  const link = (target: string) =>
    target === "page:b" ? "/catalog/x?tab=docs&page=b" : target === "image:a.png" ? null : undefined;
  const { container } = show(
    "![A map](image:a.png) ![Far](https://example.com/b.png) ![Gone](image:c.png) [b](page:b) [c](image:a.png) ![x](javascript:alert(1))",
    { resolver: { link, image } },
  );
  expect([...container.querySelectorAll("img")].map((node) => node.getAttribute("src"))).toEqual([
    "/api/tools/x/images/a.png",
  ]);
  expect(screen.getByRole("link", { name: "Far" }).getAttribute("href")).toBe("https://example.com/b.png");
  expect(container.textContent).toContain("Images from other places are not loaded.");
  expect(container.textContent).toContain("The image c.png is missing: Gone");
  expect(screen.getByRole("link", { name: "b" }).getAttribute("href")).toBe("/catalog/x?tab=docs&page=b");
  expect(screen.queryByRole("link", { name: "c" })).toBeNull();
  expect(container.innerHTML).not.toContain('href="javascript');
});

test("code says its language, headings carry a link, and a wide table scrolls by itself", () => {
  const source =
    "## Run it\n\n```bash\ncurl x\n```\n\n| a | b | c | d |\n|---|---|---|---|\n| 1 | 2 | 3 | 4 |";
  render(
    <TooltipProvider>
      <Prose markdown={readMarkdown(source)} hasHeadingLinks />
    </TooltipProvider>,
  );
  expect(screen.getByText("bash")).toBeTruthy();
  expect(screen.getByRole("link", { name: "Copy the link to “Run it”" }).getAttribute("href")).toBe(
    "#run-it",
  );
  expect(screen.getByRole("region", { name: "Wide table" })).toBeTruthy();
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
