import type { VersionStep } from "#lib/publishing/schema.ts";

function partsOf(version: string): readonly [number, number, number] {
  const [major = 0, minor = 0, patch = 0] = version
    .split(/[.+-]/)
    .slice(0, 3)
    .map((part) => Number.parseInt(part, 10) || 0);
  return [major, minor, patch];
}

/** The version after this one; nothing was released before `null`. */
export function nextVersion(version: string | null, step: VersionStep): string {
  if (version === null) return "1.0.0";
  const [major, minor, patch] = partsOf(version);
  if (step === "major") return `${major + 1}.0.0`;
  return step === "minor" ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}

/** The highest of some versions; null for none. */
export function highestVersion(versions: readonly string[]): string | null {
  const sorted = [...versions].sort((a, b) => {
    const [x, y] = [partsOf(a), partsOf(b)];
    return x[0] - y[0] || x[1] - y[1] || x[2] - y[2];
  });
  return sorted.at(-1) ?? null;
}
