import { QueryClient } from "@tanstack/react-query";

const hasStatus = (error: unknown): error is { status: number } =>
  typeof error === "object" && error !== null && "status" in error && typeof error.status === "number";

/** A refusal or a mistake in the request stays one, so only what may pass by itself is tried again. */
export function shouldRetry(failures: number, error: unknown): boolean {
  if (hasStatus(error) && error.status >= 400 && error.status < 500 && error.status !== 429) return false;
  return failures < 2;
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: 30_000, retry: shouldRetry, refetchOnWindowFocus: false },
      mutations: { retry: false },
    },
  });
}
