/** Domains by tier, lowest first. A domain may import those of lower tiers, never its neighbours or higher ones. */
const tiers = [
  ["audit", "telemetry"],
  ["identity", "ranking"],
  ["notifications"],
  ["policy", "budgets", "models", "ownership"],
  ["reviews"],
  ["trust", "knowledge"],
  ["catalog"],
  ["tools", "routing", "collections"],
  ["runs"],
  ["chat", "gateway", "evaluation"],
  ["publishing"],
];

/** Folders of lib that belong to no domain: everybody may import them, and they import no domain. */
const ground = ["db", "http", "jobs", "messages", "secrets"];

module.exports = { tiers, ground };
