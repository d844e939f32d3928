export const dayMs = 86_400_000;

export function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * The lower end of Wilson's score interval for a share; with z = 1.645 one may be 95 % sure that the true share is
 * higher. Wilson (1927), Journal of the American Statistical Association 22.
 */
export function wilsonLowerBound(passed: number, items: number, z: number): number {
  if (items <= 0) return 0;
  const share = passed / items;
  const square = z * z;
  const middle = share + square / (2 * items);
  const spread = z * Math.sqrt((share * (1 - share)) / items + square / (4 * items * items));
  return clamp((middle - spread) / (1 + square / items));
}

/** 1 until `graceDays` have passed, then halved with every half-life. Ages are exact, so no day border moves them. */
export function decay(since: Date, at: Date, graceDays: number, halfLifeDays: number): number {
  const age = (at.getTime() - since.getTime()) / dayMs;
  return age <= graceDays ? 1 : 2 ** (-(age - graceDays) / halfLifeDays);
}
