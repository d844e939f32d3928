// npm leaves packages of other platforms out of the lock file when its registry lacks them, and `npm ci` then refuses
// the file. This adds them from what their parents ask for: `node scripts/complete-lock.mjs`, after `npm install`.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./lib-processes.mjs";

const path = join(root, "package-lock.json");
const lock = JSON.parse(readFileSync(path, "utf8"));
const { packages } = lock;

/** The places where Node would look for a package, seen from another. */
function* placesOf(from, name) {
  for (let at = from; at !== ""; at = at.slice(0, Math.max(0, at.lastIndexOf("node_modules/") - 1))) {
    yield `${at}/node_modules/${name}`;
  }
  yield `node_modules/${name}`;
}

function platformOf(name) {
  const found =
    /(aix|android|darwin|freebsd|linux|netbsd|openbsd|sunos|win32)-(arm64|arm|ia32|ppc64|riscv64|s390x|x64)(?:-(musl|gnu))?/.exec(
      name,
    );
  if (!found) throw new Error(`${name} is missing from the lock file, and its name tells no platform.`);
  const [, os, cpu, libc] = found;
  return { os: [os], cpu: [cpu], ...(libc ? { libc: [libc === "gnu" ? "glibc" : libc] } : {}) };
}

const added = [];
for (const [parent, { optionalDependencies = {}, dev, license }] of Object.entries(packages)) {
  if (parent === "") continue;
  for (const [name, version] of Object.entries(optionalDependencies)) {
    if ([...placesOf(parent, name)].some((place) => packages[place])) continue;
    const { os, cpu, libc } = platformOf(name);
    packages[`node_modules/${name}`] = {
      version,
      cpu,
      ...(dev ? { dev } : {}),
      ...(libc ? { libc } : {}),
      ...(license ? { license } : {}),
      optional: true,
      os,
    };
    added.push(`${name}@${version}`);
  }
}

const { "": project, ...rest } = packages;
const sorted = Object.entries(rest).sort(([a], [b]) => a.localeCompare(b, "en"));
lock.packages = { "": project, ...Object.fromEntries(sorted) };
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
console.log(added.length > 0 ? `Added: ${added.join(", ")}` : "The lock file is complete.");
