import {
  createMcpHandler,
  hostHeaderValidationResponse,
  localhostAllowedHostnames,
} from "@modelcontextprotocol/server";
import { Hono } from "hono";
import { company } from "#demo/company/organisation.ts";
import { bearerSecurity, type DemoCredentials } from "./credentials.ts";
import { directoryService } from "./directory/directory-service.ts";
import { expensesService } from "./expenses/expenses-service.ts";
import { type IdempotentResult, mountService } from "./http/mount-service.ts";
import { Problem } from "./http/problem.ts";
import { makeNetworkServer } from "./network/mcp-server.ts";
import { openNetworkData } from "./network/network-data.ts";
import { pricesService } from "./prices/prices-service.ts";
import type { ServiceContext } from "./service-context.ts";
import { ticketsService } from "./tickets/tickets-service.ts";

function networkHandler(
  context: ServiceContext,
  credentials: DemoCredentials,
): (request: Request) => Promise<Response> {
  const data = openNetworkData(context);
  const handler = createMcpHandler(() => makeNetworkServer(data, context));
  const security = bearerSecurity(credentials.network.token);
  return async (request) => {
    if (security.admits(request.headers)) return handler.fetch(request);
    return new Problem(401, "The credential is missing or wrong.").toResponse({
      "www-authenticate": security.challenge,
    });
  };
}

/** All demo services behind one address. */
export function makeDemoApp(context: ServiceContext, credentials: DemoCredentials): Hono {
  const app = new Hono();
  const results = context.store.collection<IdempotentResult>("idempotency", []);
  const services = [
    ticketsService(context, credentials),
    directoryService(context, credentials),
    expensesService(context, credentials),
    pricesService(context),
  ];

  // A page in a browser must not reach these services under a name of its own.
  app.use(async (c, next) => hostHeaderValidationResponse(c.req.raw, localhostAllowedHostnames()) ?? next());

  app.get("/", (c) => {
    const { origin } = new URL(c.req.url);
    return c.json({
      company: company.name,
      day: context.day,
      services: services.map((service) => ({
        title: service.title,
        openapi: `${origin}/${service.slug}/openapi.json`,
        credential: service.security?.name ?? "none",
        operations: service.operations.length,
      })),
      mcp: [{ title: "Northmere network", url: `${origin}/network/mcp`, credential: "bearer" }],
    });
  });
  app.get("/health", (c) => c.json({ status: "ok", day: context.day }));
  for (const service of services) app.route("/", mountService(service, context.store, results));

  const network = networkHandler(context, credentials);
  app.all("/network/mcp", (c) => network(c.req.raw));

  app.notFound(() => new Problem(404, "There is nothing at this address.").toResponse());
  app.onError((error) => {
    if (error instanceof Problem) return error.toResponse();
    process.stderr.write(`${error.stack ?? error.message}\n`);
    return new Problem(500, "The service failed; what it was asked to do has not happened.").toResponse();
  });
  return app;
}
