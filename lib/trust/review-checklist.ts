import { z } from "zod";

export const checklistAnswers = ["met", "not-met", "not-applicable"] as const;

type Point = { readonly id: string; readonly text: string; readonly from: "low" | "medium" | "high" };

const points: Readonly<Record<string, readonly Point[]>> = {
  security: [
    { id: "least-access", text: "The tool asks for no more access than its operations need.", from: "low" },
    {
      id: "secrets",
      text: "Credentials are kept by the portal and appear in no answer or log.",
      from: "low",
    },
    { id: "writes", text: "Operations that change something are marked as such and ask first.", from: "low" },
    { id: "injection", text: "What it reads from outside cannot make it act.", from: "medium" },
    { id: "tenants", text: "One person cannot reach another person's data through it.", from: "medium" },
    {
      id: "abuse",
      text: "Misuse was tried by somebody outside the team, and what was found is mended.",
      from: "high",
    },
  ],
  privacy: [
    { id: "purpose", text: "Personal data is used for the stated purpose only.", from: "low" },
    { id: "data-class", text: "The data class of the entry is that of the data it receives.", from: "low" },
    { id: "retention", text: "It is said how long data is kept and where.", from: "medium" },
    { id: "subjects", text: "What it keeps about a person can be found and deleted.", from: "medium" },
    { id: "assessment", text: "The impact assessment is on record and still fits.", from: "high" },
  ],
};

const general: readonly Point[] = [
  { id: "scope", text: "The review covered the current version.", from: "low" },
  { id: "findings", text: "What was found is mended or has a date.", from: "low" },
];

const tiers = ["low", "medium", "high"];

/** The points that a review of this kind goes through for a risk tier; an unknown tier gets all of them. */
export function checklistFor(kind: string, riskTier: string): readonly Pick<Point, "id" | "text">[] {
  const tier = tiers.includes(riskTier) ? tiers.indexOf(riskTier) : tiers.length;
  return (points[kind] ?? general)
    .filter(({ from }) => tiers.indexOf(from) <= tier)
    .map(({ id, text }) => ({ id, text }));
}

export const reviewKindSchema = z.enum(["security", "privacy"]);

/** A review as it is handed in. Whether the checklist is complete is checked against the tool's risk tier. */
export const reviewInputSchema = z.strictObject({
  kind: reviewKindSchema,
  outcome: z.enum(["passed", "failed"]),
  checklist: z.array(z.strictObject({ id: z.string().max(40), answer: z.enum(checklistAnswers) })).max(40),
  note: z.string().trim().max(4000, "Write at most 4,000 characters."),
});
export type ReviewInput = z.infer<typeof reviewInputSchema>;

/** What is wrong with the answers to a checklist, in one sentence; null when nothing is. */
export function checklistProblem(
  expected: readonly Pick<Point, "id">[],
  { checklist, outcome }: Pick<ReviewInput, "checklist" | "outcome">,
): string | null {
  const given = new Map(checklist.map(({ id, answer }) => [id, answer]));
  if (given.size !== checklist.length) return "A point of the checklist is answered twice.";
  if (checklist.some(({ id }) => expected.every((point) => point.id !== id)))
    return "A point is not on the checklist of this review.";
  if (expected.some(({ id }) => !given.has(id))) return "Answer every point of the checklist.";
  const isUnmet = checklist.some(({ answer }) => answer === "not-met");
  if (outcome === "passed" && isUnmet) return "A review with an unmet point has not passed.";
  return null;
}
