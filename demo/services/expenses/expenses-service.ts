import { basicSecurity, type DemoCredentials } from "../credentials.ts";
import type { ServiceDefinition } from "../http/service.ts";
import type { ServiceContext } from "../service-context.ts";
import { claimOperations } from "./claim-operations.ts";
import { ruleOperations } from "./rule-operations.ts";
import { makeAdvances, makeClaims } from "./seed-claims.ts";

/** Expense claims, who approves them, allowances and travel advances. */
export function expensesService(context: ServiceContext, credentials: DemoCredentials): ServiceDefinition {
  const claims = context.store.collection("claims", makeClaims(context.day));
  const advances = context.store.collection("advances", makeAdvances(context.day));
  return {
    slug: "expenses",
    title: "Northmere expenses",
    version: "4.0.1",
    description:
      "Expense claims from handing in to payment, who approves which amount, daily allowances and travel advances. Bristol claims in pounds, Porto in euros.",
    openapi: "3.1.0",
    basePath: "/expenses/v1",
    contact: { name: "Expenses and Travel", email: "expenses@northmere.example" },
    tags: {
      Claims: "Money that somebody spent and gets back.",
      Rules: "Limits, allowances and forms.",
      "Travel advances": "Money before a journey.",
    },
    security: basicSecurity(credentials.expenses.username, credentials.expenses.password),
    operations: [...claimOperations(claims, context), ...ruleOperations(advances, context)],
  };
}
