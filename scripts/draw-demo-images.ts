import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";

/**
 * Draws the images of the demo tools' docs: `node scripts/draw-demo-images.ts`, with WEFT_CHROMIUM naming a
 * browser. The results are checked in, so that nobody needs a browser to start the demo.
 */
const steps = [
  ["1", "The alarm", "Network Inventory"],
  ["2", "The runbook", "Runbook Finder"],
  ["3", "Who is on call", "Network Inventory"],
  ["4", "A drafted ticket", "Ticket Desk"],
] as const;

const boxes = steps.map(([number, title, tool], at) => {
  const x = 16 + at * 180;
  const isLast = at === steps.length - 1;
  const edge = isLast ? 'stroke="#b07a1e" stroke-dasharray="6 4"' : 'stroke="#8f8a82"';
  const arrow = isLast
    ? ""
    : `<path d="M${x + 150} 62h22m-7-6 7 6-7 6" fill="none" stroke="#2b5f9e" stroke-width="2"/>`;
  return `<rect x="${x}" y="16" width="148" height="92" rx="8" fill="#fff" ${edge} stroke-width="1.5"/>
    <circle cx="${x + 24}" cy="40" r="11" fill="#2b5f9e"/>
    <text x="${x + 24}" y="44.5" font-size="13" font-weight="600" fill="#fff" text-anchor="middle">${number}</text>
    <text x="${x + 14}" y="74" font-size="15" font-weight="600" fill="#2b2722">${title}</text>
    <text x="${x + 14}" y="94" font-size="13" fill="#5c564e">${tool}</text>${arrow}`;
});
const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="720" height="152" font-family="Source Sans 3, DejaVu Sans, sans-serif">
  <rect width="720" height="152" fill="#faf9f6"/>${boxes.join("")}
  <text x="630" y="134" font-size="13" fill="#8a5a0c" text-anchor="middle">waits for you</text></svg>`;

const executablePath = process.env.WEFT_CHROMIUM;
const browser = await chromium.launch({
  args: ["--no-sandbox"],
  ...(executablePath ? { executablePath } : {}),
});
const page = await browser.newPage({ viewport: { width: 720, height: 152 }, deviceScaleFactor: 2 });
await page.setContent(`<body style="margin:0">${svg}</body>`);
writeFileSync(join(import.meta.dirname, "../demo/tools/images/four-steps.png"), await page.screenshot());
await browser.close();
