// Works with the Node of the machine, without an install; this file must start on anything.
const major = Number(process.versions.node.split(".")[0]);
if (major < 20) {
  console.error(`The command line needs Node 20 or newer; this is ${process.version}.`);
  process.exit(2);
}
import("./cli-run.mjs")
  .then(({ run }) => run(process.argv.slice(2), process.env))
  .then((code) => {
    process.exitCode = code;
  });
