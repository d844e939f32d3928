import { z } from "zod";
import { imageTypes, mostImageBytes } from "#lib/catalog/docs/image-file.ts";

export const docsImageSchema = z.object({
  name: z.string(),
  mediaType: z.enum(imageTypes),
  size: z.number().int(),
  sha256: z.string(),
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  createdAt: z.iso.datetime(),
  createdBy: z.string(),
});
export type DocsImage = z.infer<typeof docsImageSchema>;

export const imageUploadSchema = z.strictObject({
  /** The name of the file. */
  name: z.string().trim().min(1, "Name the image.").max(200, "A name holds at most 200 characters."),
  /** The file in base64. */
  data: z
    .base64("Send the image in base64.")
    .max(Math.ceil(mostImageBytes / 3) * 4 + 4, "An image holds at most 2 MB."),
});
export type ImageUpload = z.infer<typeof imageUploadSchema>;

export const docsFeedbackSchema = z.strictObject({
  page: z.string().min(1, "Name the page.").max(300),
  version: z.string().min(1, "Name the version.").max(40),
  isHelpful: z.boolean(),
  /** What was missing; kept for a No only. */
  text: z.string().trim().max(1000, "Say it in at most 1,000 characters.").default(""),
});
export type DocsFeedbackInput = z.infer<typeof docsFeedbackSchema>;

export const givenFeedbackSchema = z.object({
  isHelpful: z.boolean(),
  text: z.string(),
  givenAt: z.iso.datetime(),
});
export type GivenFeedback = z.infer<typeof givenFeedbackSchema>;

/** What people think of one page, over all versions. */
export type PageFeedback = {
  readonly page: string;
  readonly helpful: number;
  readonly total: number;
  readonly hasSample: boolean;
  /** Newest first. */
  readonly comments: readonly {
    readonly id: string;
    readonly text: string;
    readonly by: string | null;
    readonly version: string;
    readonly givenAt: string;
  }[];
};
