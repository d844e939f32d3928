/** Negative when version `a` is older than `b`; a pre-release is older than its release. */
export function compareVersions(a, b) {
  const parse = (version) => {
    const found = /^(\d+)\.(\d+)\.(\d+)(-.+?)?(?:\+.*)?$/.exec(version);
    if (!found) throw new Error(`${version} is not a version.`);
    return { numbers: found.slice(1, 4).map(Number), isPreRelease: Boolean(found[4]) };
  };
  const [left, right] = [parse(a), parse(b)];
  const difference = left.numbers
    .map((number, index) => number - right.numbers[index])
    .find((each) => each !== 0);
  return difference ?? Number(right.isPreRelease) - Number(left.isPreRelease);
}

/**
 * What lies below the floor: one sentence for each package of the lock file that is older than allowed, or missing.
 * @param {Record<string, string>} floor version by package
 * @param {{ packages: Record<string, { version?: string }> }} lock
 */
export function belowFloor(floor, lock) {
  return Object.entries(floor).flatMap(([name, least]) => {
    const copies = Object.entries(lock.packages).filter(
      ([path]) => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`),
    );
    if (copies.length === 0) return [`${name} has a floor of ${least} but is not in the lock file.`];
    return copies
      .filter(([, { version }]) => compareVersions(version, least) < 0)
      .map(([path, { version }]) => `${path} is ${version}; the floor is ${least}.`);
  });
}
