import { trust } from "#lib/messages/en/trust.ts";
import { translator } from "#lib/messages/translate.ts";
import { type TrustRating, trustComponents } from "#lib/trust/mark.ts";

const t = translator(trust);
const height = 20;
const pitch = 5;
const threadWidth = 3;
const padding = 8;
/** Roughly the breadth of a letter of 12 pixels; the text is told how broad to be. */
const letter = 6.6;

const inks = {
  trusted: "#1f6b45",
  good: "#23231f",
  "use-with-care": "#8a5a00",
  "not-recommended": "#a32a1c",
} as const;

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? "");

function words({ score, band, gate }: TrustRating): string {
  if (score === null || band === null) return gate?.words ?? t("notRated");
  return `${Math.round(score)} ${t(band)}`;
}

/** The mark as an image of its own: six threads and the words, on paper, with all of it as its title. */
export function trustBadge(name: string, mark: TrustRating): string {
  const ink = mark.band && mark.score !== null ? inks[mark.band] : "#6b6a63";
  const said = words(mark);
  const textX = padding + trustComponents.length * pitch + padding;
  const textWidth = Math.round(said.length * letter);
  const width = textX + textWidth + padding;
  const threads = trustComponents.map((component, at) => {
    const x = padding + at * pitch;
    const value = mark.threads[component];
    if (value === null) {
      const middle = x + threadWidth / 2;
      return `<path d="M${middle} 4v${height}" stroke="#b9b7ac" stroke-dasharray="2 2"/>`;
    }
    const filled = Math.round(Math.min(1, Math.max(0, value)) * height * 10) / 10;
    return (
      `<rect x="${x}" y="4" width="${threadWidth}" height="${height}" fill="#dedcd2"/>` +
      `<rect x="${x}" y="${4 + height - filled}" width="${threadWidth}" height="${filled}" fill="${ink}"/>`
    );
  });
  const title = escaped(`${name}. ${t("label", { words: said })}`);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="28" role="img" aria-label="${title}">`,
    `<title>${title}</title>`,
    `<rect x="0.5" y="0.5" width="${width - 1}" height="27" rx="4" fill="#fdfcf8" stroke="#dedcd2"/>`,
    ...threads,
    `<text x="${textX}" y="18" font-family="system-ui, sans-serif" font-size="12" fill="${ink}" `,
    `textLength="${textWidth}" lengthAdjust="spacingAndGlyphs">${escaped(said)}</text>`,
    "</svg>",
  ].join("");
}
