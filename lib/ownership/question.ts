import { z } from "zod";

export const questionInputSchema = z.strictObject({
  text: z
    .string()
    .trim()
    .min(10, "Write your question in at least 10 characters, so that the owner can answer it.")
    .max(1000, "Ask with at most 1,000 characters."),
});
export type QuestionInput = z.infer<typeof questionInputSchema>;

export const askedQuestionSchema = z.object({ id: z.uuid(), askedAt: z.iso.datetime() });
export type AskedQuestion = z.infer<typeof askedQuestionSchema>;
