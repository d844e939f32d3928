/** A colour as a screen of 8 bits shows it, in linear light, each part 0 to 1. */
export type LinearRgb = readonly [red: number, green: number, blue: number];

/**
 * OKLCH to sRGB by Ottosson's matrices (https://bottosson.github.io/posts/oklab/).
 * Parts outside of the gamut are cut off, and each is rounded to 8 bits: on dark grounds the rounding moves a ratio by 0.1.
 */
export function oklchToLinearRgb(lightness: number, chroma: number, hueDegrees: number): LinearRgb {
  const hue = (hueDegrees * Math.PI) / 180;
  const a = chroma * Math.cos(hue);
  const b = chroma * Math.sin(hue);
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const cut = (part: number) => decode(Math.round(encode(Math.min(1, Math.max(0, part))) * 255) / 255);
  return [
    cut(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
    cut(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
    cut(-0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short),
  ];
}

const encode = (linear: number) =>
  linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055;
const decode = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);

/** The contrast ratio of WCAG 2.2 between two colours, 1 to 21. */
export function contrastRatio(one: LinearRgb, other: LinearRgb): number {
  const luminance = ([red, green, blue]: LinearRgb) => 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  const [high, low] = [luminance(one), luminance(other)].sort((first, second) => second - first) as [
    number,
    number,
  ];
  return (high + 0.05) / (low + 0.05);
}
