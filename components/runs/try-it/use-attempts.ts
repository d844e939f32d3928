"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { type Attempt, asApiError } from "#components/runs/try-it/attempt.ts";
import { formKeys } from "#components/runs/try-it/form-requests.ts";
import { operationAddresses } from "#lib/catalog/interop/tool-addresses.ts";
import type { OperationView } from "#lib/catalog/schema.ts";
import { api } from "#lib/http/api-client.ts";
import { formCallResultSchema } from "#lib/runs/form-call.ts";

const published = (slug: string, operation: string) => operationAddresses(slug, operation).call;

/**
 * Runs forms one at a time and keeps what came back for as long as the page is open, newest first. `addressOf` says where
 * a form is sent: to the published operation unless told.
 */
export function useAttempts(slug: string, addressOf = published) {
  const [attempts, setAttempts] = useState<readonly Attempt[]>([]);
  const abort = useRef<AbortController | null>(null);
  const nextId = useRef(1);
  const queries = useQueryClient();

  const settle = (id: number, state: Attempt["state"]) =>
    setAttempts((all) => all.map((one) => (one.id === id ? { ...one, state } : one)));

  async function run(operation: OperationView, values: Record<string, unknown>): Promise<void> {
    const id = nextId.current++;
    const controller = new AbortController();
    abort.current = controller;
    const startedAt = new Date().toISOString();
    setAttempts((all) => [
      { id, operation, arguments: values, startedAt, state: { kind: "running" } },
      ...all,
    ]);
    try {
      const answer = await api(addressOf(slug, operation.name), {
        method: "POST",
        body: { arguments: values },
        response: formCallResultSchema,
        signal: controller.signal,
      });
      settle(id, { kind: "answered", answer });
    } catch (error) {
      settle(
        id,
        controller.signal.aborted ? { kind: "cancelled" } : { kind: "not-run", error: asApiError(error) },
      );
    } finally {
      if (abort.current === controller) abort.current = null;
      queries.invalidateQueries({ queryKey: formKeys.calls({ slug, operation: operation.name }) });
    }
  }

  return { attempts, run, cancel: () => abort.current?.abort() };
}
