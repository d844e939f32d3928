/** Texts of the page that tells how trust is rated. */
export const trustMethod = {
  title: "How trust is rated",
  lead: "Gates first, number second; what the portal measures before what anybody says; lower bounds, not averages. Nobody can buy, hide or talk away evidence.",
  formula: "The number",
  formulaText:
    "Each of six components lies between 0 and 1. The number is {main} of their weighted sum and {link} of the weakest of evaluation, reliability, compliance and ownership, times 100.",
  missingText:
    "A component without evidence counts as half the mean of the others, is left out of the weakest, and adds nothing to the strength of the evidence. Without evaluation the number stops at {cap}.",
  colComponent: "Component",
  colWeight: "Weight",
  colRule: "How it is earned",
  evaluationRule:
    "For each suite the lower bound of its pass share (Wilson, one-sided, z = {z}), as the way from the suite's floor to its target; {mean} of it is the mean of the suites, the rest the weakest. Half for suites that the owner reports, half for those that did not run on the current version.",
  reliabilityRule:
    "Calls of {days} days by people outside the owning team, and hourly probes by the portal. The faster the promised error budget is used up, the less: nothing is left at {burn} times the budget. It takes three calls for each that may fail: 300 for a promise of 99 %. Probes alone stop at {probes}. Without a promise, {slo} is expected.",
  complianceRule:
    "Each review that the risk tier requires: whole while in date, fading to nothing over {days} days after its end, nothing when failed or missing. Half the mean, half the weakest. Reviewers come from outside the owning team. Required: low risk {low}; medium {medium}; high {high}.",
  ownershipRule:
    "An active owning team .30, two active people named .20, confirmed within {days} days .20, half of the questions answered within {answer} working days .20, a support channel .05, an active lead of the domain to whom it would fall .05. Where nobody has asked, the rest makes up the whole.",
  freshnessRule:
    "The square root of docs times evaluation. Docs are fresh for {docs} days after somebody verified them and then halve each {docsHalf} days; suites for {runs} and {runsHalf}. Editing the docs does not make them verified. Where only one of the two is known, that one counts.",
  peopleRule:
    "The lower bound of the stars that people give, starting from {pseudo} ratings as the whole catalog gets them. Ratings halve each 180 days. One rating per person and major version, after use in the last 90 days. Shown but not counted: the owning team and its line, people who have left, older major versions, and what one team gives beyond 5 ratings or a fifth of all.",
  gates: "What stands above the number",
  gateBlocked: "A blocked tool has no number.",
  gateUnowned: "A tool without anybody active who answers for it loses its number after {days} days.",
  gateNotRated:
    "With evidence of fewer than {count} of evaluation, reliability, compliance and ownership a tool is not yet rated. That is not zero.",
  gateFloor: "A suite that does not clear its floor holds the number at {cap}.",
  gateOverdue:
    "An expired review holds it at {cap}, and so does a high-risk tool that is not evaluated on its current version.",
  gateDeprecated: "A deprecated tool keeps the number that it had.",
  gateExemption:
    "An administrator outside the owning team may let one of these three caps not hold, for at most 90 days, with a reason that stays in view.",
  bands: "Bands",
  bandsText:
    "Trusted from {trusted}, with evidence that is not thin; Good from {good}; Use with care from {care}; below that Not recommended. A band changes after {nights} nightly results that lie {margin} points past its edge. Gates act at once.",
  strength: "Strength of the evidence",
  strengthText:
    "The weighted share of what there could be to know: {items} evaluation items, {calls} calls or {raters} raters are half of it, and reviews count by the share that is present. Ownership is known when a team owns the tool, freshness half by docs and half by suites. Strong from {strong}, partial from {partial}, else thin.",
  when: "When it is computed",
  whenText:
    "Each night for every tool, and within seconds after a rating, a review, a release, a confirmation, an answer, a verification, a block or an exemption. The Trust tab of a tool tells what moved it. Results of 35 days are kept whole, then one of each week for two years; what changed a band or a gate is kept for good. Sample data of the demo counts in demo mode only.",
  wrong: "When it is wrong",
  wrongText:
    "Anybody may dispute a component on the Trust tab. An auditor or administrator outside the owning team settles it in words that everybody can read.",
  changes: "Changes of the method",
  changesNone: "The standard settings hold; nobody has changed them.",
  versionInForce: "The version in force",
  colWhen: "When",
  colWho: "Who",
  colWhy: "Why",
} as const;
