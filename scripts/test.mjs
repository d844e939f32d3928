// Everything behind this check may use what Node 18 has; this file must start on anything.
const major = Number(process.versions.node.split(".")[0]);
if (major < 18) {
  console.error(`Weft needs Node 18 or newer to start (it then brings its own); this is ${process.version}.`);
  process.exit(1);
}
import("./lib-test.mjs")
  .then(({ runTests }) => runTests(process.argv.slice(2)))
  .then((code) => process.exit(code));
