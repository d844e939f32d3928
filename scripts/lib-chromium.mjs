import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { runToEnd } from "./lib-processes.mjs";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

function candidates() {
  const onPath = (process.env.PATH ?? "").split(process.platform === "win32" ? ";" : ":");
  return [
    ...names.flatMap((name) => ["/usr/bin", ...onPath].map((folder) => join(folder, name))),
    "/snap/bin/chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  ];
}

async function installWithApt(show, stop) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  show("installing Chromium …");
  await runToEnd("apt-get", ["update", "-qq"], { env, stop, step: "apt-get update", mayFail: true });
  const packages = ["chromium", "fonts-liberation"];
  await runToEnd("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], {
    env,
    stop,
    step: "apt-get install chromium",
    mayFail: true,
  });
}

/**
 * The browser for end-to-end tests: WEFT_CHROMIUM, an installed Chromium or Chrome, else one installed with apt as root.
 * @returns {Promise<{ path: string, version: string } | { reason: string }>} `reason` says what to type
 */
export async function findChromium(show, stop) {
  const chosen = process.env.WEFT_CHROMIUM;
  if (chosen && !existsSync(chosen)) return { reason: `WEFT_CHROMIUM is ${chosen}, where there is no file.` };
  let path = chosen || candidates().find((each) => existsSync(each));
  if (!path && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    await installWithApt(show, stop);
    path = candidates().find((each) => existsSync(each));
  }
  if (!path) {
    return {
      reason:
        "There is no Chromium or Chrome for the end-to-end tests. Debian, Ubuntu: sudo apt-get install chromium. macOS: brew install --cask google-chrome. Or set WEFT_CHROMIUM to the path of one.",
    };
  }
  const version =
    process.platform === "win32"
      ? ""
      : execFileSync(path, ["--version"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  return { path, version };
}
