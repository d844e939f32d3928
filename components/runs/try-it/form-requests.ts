import { mutationOptions, queryOptions } from "@tanstack/react-query";
import { z } from "zod";
import { operationAddresses } from "#lib/catalog/interop/tool-addresses.ts";
import { api } from "#lib/http/api-client.ts";
import { type SaveInput, savedInputListSchema, savedInputSchema } from "#lib/runs/saved-input.ts";
import { operationCallListSchema } from "#lib/tools/operation-call.ts";

/** One operation of a tool. */
export type FormPlace = { readonly slug: string; readonly operation: string };

export const formKeys = {
  inputs: ({ slug, operation }: FormPlace) => ["try-it", slug, operation, "inputs"] as const,
  calls: ({ slug, operation }: FormPlace) => ["try-it", slug, operation, "calls"] as const,
};

const inputsOf = ({ slug, operation }: FormPlace) =>
  operationAddresses(slug, operation).call.replace(/calls$/, "inputs");

/** The forms that the person saved, newest first. */
export const savedInputsQuery = (place: FormPlace) =>
  queryOptions({
    queryKey: formKeys.inputs(place),
    queryFn: ({ signal }) => api(inputsOf(place), { response: savedInputListSchema, signal }),
  });

/** The person's own calls of the operation, newest first. */
export const operationCallsQuery = ({ slug, operation }: FormPlace) =>
  queryOptions({
    queryKey: formKeys.calls({ slug, operation }),
    queryFn: ({ signal }) =>
      api(operationAddresses(slug, operation).call, { response: operationCallListSchema, signal }),
    staleTime: 0,
  });

export const saveInputMutation = (place: FormPlace) =>
  mutationOptions({
    mutationFn: (body: SaveInput) =>
      api(inputsOf(place), { method: "POST", body, response: savedInputSchema }),
  });

export const deleteInputMutation = (place: FormPlace) =>
  mutationOptions({
    mutationFn: (id: string) =>
      api(`${inputsOf(place)}/${id}`, {
        method: "DELETE",
        response: z.object({ deleted: z.literal(true) }),
      }),
  });
