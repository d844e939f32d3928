import { z } from "zod";
import { api } from "#lib/http/api-client.ts";
import { type PersonDetail, personDetailSchema, type RoleChange } from "#lib/identity/person.ts";

const post = (path: string, body: unknown) =>
  api(path, { method: "POST", body, response: personDetailSchema });

/** The administrator's acts on one person; each answers with the person as they are afterwards, or throws ApiError. */
export const personActs = {
  grant: (id: string, change: RoleChange): Promise<PersonDetail> => post(`/api/people/${id}/roles`, change),
  revoke: (id: string, change: RoleChange): Promise<PersonDetail> =>
    post(`/api/people/${id}/roles/revoke`, change),
  deactivate: (id: string, reason: string, fingerprint: string | undefined): Promise<PersonDetail> =>
    post(`/api/people/${id}/deactivate`, { reason, fingerprint }),
  reactivate: (id: string, reason: string): Promise<PersonDetail> =>
    post(`/api/people/${id}/reactivate`, { reason }),
};

/** Ends one session. */
export async function endSession(sessionId: string): Promise<void> {
  await api(`/api/sessions/${sessionId}`, {
    method: "DELETE",
    response: z.object({ ended: z.literal(true) }),
  });
}

/** Ends all sessions of a person and says how many there were. */
export async function endAllSessions(personId: string): Promise<number> {
  const response = z.object({ ended: z.number().int() });
  return (await api(`/api/people/${personId}/sessions`, { method: "DELETE", response })).ended;
}
