import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./lib-processes.mjs";
import { belowFloor } from "./lib-security-floor.mjs";

const read = (path) => JSON.parse(readFileSync(join(root, path), "utf8"));
const problems = belowFloor(read("deploy/security-floor.json"), read("package-lock.json"));
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
else console.log("No package is below its security floor.");
