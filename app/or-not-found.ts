import { notFound } from "next/navigation";
import { isAppError } from "#lib/errors.ts";

/** What a use case answers; a thing that does not exist, or that this person may not see, becomes the page of 404. */
export async function orNotFound<Value>(work: Promise<Value>): Promise<Value> {
  try {
    return await work;
  } catch (error) {
    if (isAppError(error) && error.code === "not-found") notFound();
    throw error;
  }
}
