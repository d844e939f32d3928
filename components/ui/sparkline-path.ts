/** Points of a line of `values` in a box, from zero at the bottom to the largest value at the top. */
export function sparklinePath(values: readonly number[], width: number, height: number, inset = 1): string {
  if (values.length === 0) return "";
  const top = Math.max(...values, 0) || 1;
  const step = values.length > 1 ? (width - 2 * inset) / (values.length - 1) : 0;
  return values
    .map((value, index) => {
      const x = inset + index * step;
      const y = height - inset - (Math.max(value, 0) / top) * (height - 2 * inset);
      return `${index === 0 ? "M" : "L"}${round(x)} ${round(y)}`;
    })
    .join("");
}

const round = (value: number) => Math.round(value * 100) / 100;
