import { checkImports } from "./lib-imports.mjs";

const { violations, unseen, count } = checkImports();
for (const { rule, from, to } of violations) console.log(`${rule}: ${from} imports ${to}`);
for (const path of unseen) console.log(`${path}: was not looked at`);
if (violations.length + unseen.length > 0) {
  console.error(
    `\n${violations.length} imports break the rules in .dependency-cruiser.cjs; ${unseen.length} files were not looked at.`,
  );
  process.exitCode = 1;
} else {
  console.log(`The imports of ${count} files keep the rules.`);
}
