import type { ServiceDefinition } from "../http/service.ts";
import type { ServiceContext } from "../service-context.ts";
import { makePriceList } from "./price-list.ts";
import { priceOperations } from "./price-operations.ts";
import { quoteOperations } from "./quote-operations.ts";
import type { Quote } from "./schema.ts";

/** The price list, which anybody may read. */
export function pricesService(context: ServiceContext): ServiceDefinition {
  const prices = makePriceList(context.day);
  const quotes = context.store.collection<Quote>("quotes", []);
  return {
    slug: "prices",
    title: "Northmere price list",
    version: "3.2.0",
    description:
      "Today's prices of tariffs, add-ons, roaming, calls, fees and devices, and quotes made from them.",
    openapi: "3.0.3",
    basePath: "/prices/v1",
    contact: { name: "Pricing", email: "pricing@northmere.example" },
    tags: {
      "Price list": "Tariffs, add-ons, fees, calls and devices.",
      Roaming: "What use abroad costs.",
      Quotes: "What a customer would pay.",
    },
    operations: [...priceOperations(context.day, prices), ...quoteOperations(quotes, prices, context)],
  };
}
