import { existsSync } from "node:fs";
import * as fs from "node:fs/promises";
import { dirname } from "node:path";
import { Problem } from "./lib-problem.mjs";

const megabyte = 1024 * 1024;

function nearestFolder(path) {
  let folder = path;
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

/** Says before the work starts when a disk has too little room for it. Needs are in megabytes, by folder. */
export async function checkSpace(needs) {
  const disks = new Map();
  for (const { folder, megabytes } of needs) {
    // Node before 18.15 cannot tell; a full disk is then noticed when it is.
    if (!fs.statfs) return;
    const at = nearestFolder(folder);
    const [{ dev }, { bavail, bsize }] = await Promise.all([fs.stat(at), fs.statfs(at)]);
    const disk = disks.get(dev) ?? { folder: at, free: (bavail * bsize) / megabyte, needed: 0 };
    disk.needed += megabytes;
    disks.set(dev, disk);
  }
  for (const { folder, free, needed } of disks.values()) {
    if (free >= needed) continue;
    throw new Problem(
      `The disk of ${folder} has ${Math.floor(free)} MB free, and this start needs about ${needed} MB. Free some space, then run the command again.`,
    );
  }
}
