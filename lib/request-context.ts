import { AsyncLocalStorage } from "node:async_hooks";

export type RequestContext = {
  readonly requestId: string;
  readonly ip: string | null;
  readonly client: string | null;
  /** The access key with which a program asks in a person's name. */
  readonly keyId?: string;
};

type Holder = typeof globalThis & { weftRequestContext?: AsyncLocalStorage<RequestContext> };
const holder = globalThis as Holder;
holder.weftRequestContext ??= new AsyncLocalStorage<RequestContext>();
const storage = holder.weftRequestContext;

/** The request that is being served, or undefined in background work. */
export function requestContext(): RequestContext | undefined {
  return storage.getStore();
}

/** Runs `work` with its request's id, address and client at hand for logs, audit events and usage. */
export function withRequestContext<T>(context: RequestContext, work: () => T): T {
  return storage.run(context, work);
}
