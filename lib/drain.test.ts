import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { drainRequests, drainSignal, watchServers } from "#lib/drain.ts";

test("stopping ends streams that listen, lets answers end, and cuts off what lasts too long", async () => {
  watchServers();
  const server = createServer((request, response) => {
    if (request.url === "/short") setTimeout(() => response.end("whole"), 50);
    else if (request.url === "/stream") {
      response.write("first ");
      drainSignal().addEventListener("abort", () => response.end("last"));
    } else response.write("never ends");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const read = async (path: string) => (await fetch(`${base}${path}`)).text();
  const asked = ["/stream", "/short", "/endless"].map((path) => read(path).catch(() => "cut off"));
  await new Promise((resolve) => setTimeout(resolve, 30));
  await drainRequests(300);
  expect(await Promise.all(asked)).toEqual(["first last", "whole", "cut off"]);
  await expect(fetch(base)).rejects.toThrow();
});
