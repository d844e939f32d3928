import { z } from "zod";

/** Data classes in rising order of protection. */
export const dataClasses = ["public", "internal", "confidential", "restricted"] as const;
export const dataClassSchema = z.enum(dataClasses);
export type DataClass = z.infer<typeof dataClassSchema>;

/** True when content of class `content` may go where `ceiling` is the highest class allowed. */
export function isWithinCeiling(content: DataClass, ceiling: DataClass): boolean {
  return dataClasses.indexOf(content) <= dataClasses.indexOf(ceiling);
}
