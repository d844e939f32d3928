import { api } from "#lib/http/api-client.ts";
import {
  type AccessKey,
  accessKeySchema,
  type CreatedKey,
  type CreateKeyInput,
  createdKeySchema,
} from "#lib/identity/access-key.ts";

export const postKey = (body: CreateKeyInput): Promise<CreatedKey> =>
  api("/api/keys", { method: "POST", body, response: createdKeySchema });

export const deleteKey = (id: string): Promise<AccessKey> =>
  api(`/api/keys/${id}`, { method: "DELETE", response: accessKeySchema });
