import { bearerSecurity, type DemoCredentials } from "../credentials.ts";
import type { ServiceDefinition } from "../http/service.ts";
import type { ServiceContext } from "../service-context.ts";
import type { DirectoryData } from "./directory-data.ts";
import { leaveReads } from "./leave-reads.ts";
import { leaveWrites } from "./leave-writes.ts";
import { peopleOperations } from "./people-operations.ts";
import { makeLeaveRequests } from "./seed-leave.ts";

/** The staff directory with leave balances and requests. */
export function directoryService(context: ServiceContext, credentials: DemoCredentials): ServiceDefinition {
  const data: DirectoryData = {
    leave: context.store.collection("leave", makeLeaveRequests(context.day)),
    day: context.day,
  };
  return {
    slug: "directory",
    title: "Northmere staff directory",
    version: "1.8.2",
    description:
      "Who works at Northmere, in which team and where; how much leave somebody has, and asking for it. Salaries are not in here.",
    openapi: "3.0.3",
    basePath: "/directory/v1",
    contact: { name: "People Partners", email: "people@northmere.example" },
    tags: {
      People: "Colleagues.",
      Teams: "Teams and their leads.",
      Leave: "Balances, requests and public holidays.",
    },
    security: bearerSecurity(credentials.directory.token),
    operations: [...peopleOperations(data), ...leaveReads(data, context), ...leaveWrites(data, context)],
  };
}
