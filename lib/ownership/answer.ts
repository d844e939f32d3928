import { z } from "zod";

export const answerInputSchema = z.strictObject({
  answer: z
    .string()
    .trim()
    .min(2, "Write your answer first.")
    .max(4000, "An answer holds at most 4,000 characters."),
});

export const answeredQuestionSchema = z.object({ id: z.uuid(), answeredAt: z.iso.datetime() });
export type AnsweredQuestion = z.infer<typeof answeredQuestionSchema>;

export const confirmationSchema = z.object({ confirmedAt: z.iso.datetime() });
export type Confirmation = z.infer<typeof confirmationSchema>;
