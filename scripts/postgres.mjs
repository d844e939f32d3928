// Plain Node 18 and newer: it also runs before anything is installed.
import { execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const isRoot = process.getuid?.() === 0;

/** Folders that may hold `initdb`, newest version first. */
function binaryFolders() {
  const versions = (root) =>
    existsSync(root)
      ? readdirSync(root)
          .sort((a, b) => Number.parseInt(b, 10) - Number.parseInt(a, 10))
          .map((name) => join(root, name, "bin"))
      : [];
  const brew = ["/opt/homebrew/opt", "/usr/local/opt"].flatMap((root) =>
    existsSync(root)
      ? readdirSync(root)
          .filter((name) => name.startsWith("postgresql"))
          .map((name) => join(root, name, "bin"))
      : [],
  );
  return [
    ...(process.env.PATH ?? "").split(":").filter(Boolean),
    ...versions("/usr/lib/postgresql"),
    ...versions("/usr").filter((path) => path.startsWith("/usr/pgsql-")),
    ...brew,
    "/Applications/Postgres.app/Contents/Versions/latest/bin",
  ];
}

function findBinaries() {
  return binaryFolders().find(
    (folder) => existsSync(join(folder, "initdb")) && existsSync(join(folder, "postgres")),
  );
}

/** Installs PostgreSQL with apt, without the cluster that the package would start by itself. */
function installWithApt() {
  const settings = "/etc/postgresql-common/createcluster.conf";
  if (!existsSync(settings)) {
    mkdirSync("/etc/postgresql-common", { recursive: true });
    writeFileSync(settings, "create_main_cluster = false\n");
  }
  const options = {
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  };
  execFileSync("apt-get", ["update", "-qq"], options);
  execFileSync(
    "apt-get",
    [
      "install",
      "-y",
      "-qq",
      "--no-install-recommends",
      "-o",
      "Dpkg::Options::=--force-confold",
      "postgresql",
    ],
    options,
  );
}

/** PostgreSQL refuses to run as root: uid and gid of somebody else, or nothing when we are not root. */
function otherUser() {
  if (!isRoot) return {};
  for (const name of ["postgres", "nobody"]) {
    try {
      const id = (flag) =>
        Number(execFileSync("id", [flag, name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
      return { uid: id("-u"), gid: id("-g") };
    } catch (error) {
      if (error.status === undefined) throw error;
    }
  }
  throw new Error("there is neither a user postgres nor a user nobody to run it as");
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function initialise(binaries, folder, passwordFile, user) {
  const run = (locale) =>
    execFileSync(
      join(binaries, "initdb"),
      [
        "-D",
        folder,
        "-U",
        "weft",
        `--pwfile=${passwordFile}`,
        "-A",
        "scram-sha-256",
        "-E",
        "UTF8",
        `--locale=${locale}`,
        "-N",
      ],
      { ...user, cwd: "/", stdio: ["ignore", "ignore", "pipe"] },
    );
  try {
    run("C.UTF-8");
  } catch {
    // macOS has no C.UTF-8.
    rmSync(folder, { recursive: true, force: true });
    run("C");
  }
}

/** Waits until the server says that it takes connections, or ends. */
function untilReady(server) {
  return new Promise((resolve, reject) => {
    let text = "";
    const timer = setTimeout(() => reject(new Error(`it was not ready after 60 s:\n${text}`)), 60_000);
    server.stderr.on("data", (chunk) => {
      text += chunk;
      if (text.includes("database system is ready to accept connections")) {
        clearTimeout(timer);
        server.stderr.resume();
        resolve();
      }
    });
    server.once("error", reject);
    server.once("exit", (code) => {
      clearTimeout(timer);
      reject(new Error(`it ended with ${code}:\n${text}`));
    });
  });
}

/**
 * Starts a throw-away PostgreSQL on a free loopback port, as another user when we are root.
 * @param {{ port?: number }} [options]
 * @returns {Promise<{ url: string, version: string, stop: () => Promise<void>, reason?: undefined } | { reason: string }>}
 *   `url` connects as superuser to the database `postgres`; `reason` says why it could not be started and what to do.
 */
export async function startPostgres(options = {}) {
  let home;
  try {
    if (!findBinaries() && isRoot && existsSync("/usr/bin/apt-get")) installWithApt();
    const binaries = findBinaries();
    if (!binaries) {
      return {
        reason:
          "PostgreSQL is not installed. Install it (Debian: apt-get install postgresql; macOS: brew install postgresql).",
      };
    }
    const user = otherUser();
    home = mkdtempSync(join(tmpdir(), "weft-postgres-"));
    const password = randomBytes(12).toString("hex");
    const passwordFile = join(home, "password");
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    if (user.uid !== undefined) for (const path of [home, passwordFile]) chownSync(path, user.uid, user.gid);
    const data = join(home, "data");
    initialise(binaries, data, passwordFile, user);
    const port = options.port ?? (await freePort());
    const settings = [
      "fsync=off",
      "synchronous_commit=off",
      "full_page_writes=off",
      "max_connections=200",
      "logging_collector=off",
    ];
    const server = spawn(
      join(binaries, "postgres"),
      [
        "-D",
        data,
        "-h",
        "127.0.0.1",
        "-p",
        String(port),
        "-k",
        home,
        ...settings.flatMap((setting) => ["-c", setting]),
      ],
      {
        ...user,
        cwd: "/",
        stdio: ["ignore", "ignore", "pipe"],
        env: { ...process.env, LC_ALL: "C", TZ: "UTC" },
      },
    );
    const ended = new Promise((resolve) => server.once("exit", resolve));
    const cleanUp = () => {
      server.kill("SIGQUIT");
      rmSync(home, { recursive: true, force: true });
    };
    process.once("exit", cleanUp);
    await untilReady(server);
    const version = execFileSync(join(binaries, "postgres"), ["--version"], { encoding: "utf8" }).trim();
    return {
      url: `postgresql://weft:${password}@127.0.0.1:${port}/postgres`,
      version,
      async stop() {
        process.off("exit", cleanUp);
        server.kill("SIGINT");
        await ended;
        rmSync(home, { recursive: true, force: true });
      },
    };
  } catch (error) {
    if (home) rmSync(home, { recursive: true, force: true });
    const detail = String(error.stderr ?? "").trim() || error.message;
    return { reason: `PostgreSQL could not be started: ${detail}` };
  }
}

/** `node scripts/postgres.mjs` keeps one running; `node scripts/postgres.mjs COMMAND ...` runs a command against one. */
async function main([command, ...args]) {
  const postgres = await startPostgres({
    port: process.env.WEFT_TEST_POSTGRES_PORT ? Number(process.env.WEFT_TEST_POSTGRES_PORT) : undefined,
  });
  if (postgres.reason !== undefined) {
    console.error(postgres.reason);
    return 1;
  }
  console.log(`${postgres.version}: ${postgres.url}`);
  const env = { ...process.env, WEFT_TEST_DATABASE_URL: postgres.url };
  const child = command ? spawn(command, args, { stdio: "inherit", env }) : undefined;
  const code = await new Promise((resolve) => {
    // What uses the database ends before it does.
    for (const signal of ["SIGINT", "SIGTERM"]) {
      process.once(signal, () => (child ? child.kill(signal) : resolve(0)));
    }
    child?.once("error", (error) => {
      console.error(error.message);
      resolve(127);
    });
    child?.once("exit", (status) => resolve(status ?? 1));
  });
  await postgres.stop();
  return code;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = await main(process.argv.slice(2));
}
