import "server-only";
import { Counter, collectDefaultMetrics, Histogram, Registry } from "prom-client";

type Metrics = {
  readonly registry: Registry;
  readonly requests: Counter;
  readonly requestSeconds: Histogram;
  readonly toolSeconds: Histogram;
  readonly modelSeconds: Histogram;
  readonly modelRepeats: Counter;
  readonly modelPauses: Counter;
};

function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
  return {
    registry,
    requests: new Counter({
      name: "weft_http_requests_total",
      help: "Requests answered.",
      labelNames: ["method", "route", "status"],
      registers,
    }),
    requestSeconds: new Histogram({
      name: "weft_http_request_duration_seconds",
      help: "Time to answer.",
      labelNames: ["method", "route"],
      buckets,
      registers,
    }),
    toolSeconds: new Histogram({
      name: "gen_ai_execute_tool_duration_seconds",
      help: "Time of tool calls.",
      labelNames: ["kind", "outcome"],
      buckets,
      registers,
    }),
    modelSeconds: new Histogram({
      name: "gen_ai_client_operation_duration_seconds",
      help: "Time of model calls.",
      labelNames: ["provider", "outcome"],
      buckets,
      registers,
    }),
    modelRepeats: new Counter({
      name: "weft_model_repeats_total",
      help: "Calls that were sent to the same model once more.",
      labelNames: ["provider"],
      registers,
    }),
    modelPauses: new Counter({
      name: "weft_model_pauses_total",
      help: "Times a model was left alone because it kept failing.",
      labelNames: ["provider", "model"],
      registers,
    }),
  };
}

const holder = globalThis as typeof globalThis & { weftMetrics?: Metrics };
function metrics(): Metrics {
  holder.weftMetrics ??= createMetrics();
  return holder.weftMetrics;
}

export function countRequest(method: string, route: string, status: number, milliseconds: number): void {
  metrics().requests.inc({ method, route, status });
  metrics().requestSeconds.observe({ method, route }, milliseconds / 1000);
}

export function countToolCall(kind: string, outcome: string, milliseconds: number): void {
  metrics().toolSeconds.observe({ kind, outcome }, milliseconds / 1000);
}

export function countModelCall(provider: string, outcome: string, milliseconds: number): void {
  metrics().modelSeconds.observe({ provider, outcome }, milliseconds / 1000);
}

export function countModelRepeat(provider: string): void {
  metrics().modelRepeats.inc({ provider });
}

export function countModelPause(provider: string, model: string): void {
  metrics().modelPauses.inc({ provider, model });
}

/** All metrics in the Prometheus text format. */
export async function metricsText(): Promise<{ readonly contentType: string; readonly text: string }> {
  return { contentType: metrics().registry.contentType, text: await metrics().registry.metrics() };
}
