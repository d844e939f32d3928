import { z } from "zod";
import { followSchema } from "#lib/collections/following.ts";
import { type SavedSearch, savedSearchListSchema, savedSearchSchema } from "#lib/collections/saved-search.ts";
import {
  type Collection,
  type CollectionChange,
  collectionSchema,
  keptSchema,
  type NewCollection,
} from "#lib/collections/schema.ts";
import { api } from "#lib/http/api-client.ts";

const at = (place: string, id: string) => `/api/${place}/${encodeURIComponent(id)}`;

/** Keeps a tool as a favourite, or lets go of it. */
export async function putFavourite(slug: string, isFavourite: boolean): Promise<void> {
  await api(at("favourites", slug), { method: isFavourite ? "PUT" : "DELETE", response: keptSchema });
}

/** Follows a tool, or stops following it. */
export async function putFollow(slug: string, isFollowing: boolean): Promise<void> {
  await api(`${at("tools", slug)}/follow`, {
    method: isFollowing ? "PUT" : "DELETE",
    response: followSchema,
  });
}

export function postSearch(name: string, query: string): Promise<SavedSearch> {
  const body = { name, query };
  return api("/api/saved-searches", { method: "POST", body, response: savedSearchSchema });
}

export async function fetchSearches(signal: AbortSignal): Promise<SavedSearch[]> {
  return (await api("/api/saved-searches", { response: savedSearchListSchema, signal })).searches;
}

export function patchSearch(id: string, name: string): Promise<SavedSearch> {
  return api(at("saved-searches", id), { method: "PATCH", body: { name }, response: savedSearchSchema });
}

const deletedSchema = z.object({ isDeleted: z.boolean() });

export async function removeSearch(id: string): Promise<void> {
  await api(at("saved-searches", id), { method: "DELETE", response: deletedSchema });
}

export function postCollection(body: NewCollection): Promise<Collection> {
  return api("/api/collections", { method: "POST", body, response: collectionSchema });
}

export function putCollection(slug: string, body: CollectionChange): Promise<Collection> {
  return api(at("collections", slug), { method: "PUT", body, response: collectionSchema });
}

export async function deleteCollection(slug: string): Promise<void> {
  await api(at("collections", slug), { method: "DELETE", response: deletedSchema });
}
