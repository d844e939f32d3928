import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

export type VendorRequest = {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
};

export type VendorAnswer = {
  readonly status?: number;
  readonly contentType?: string;
  readonly parts: readonly (Buffer | string)[];
};

/** A server on loopback that answers as it is told and remembers what was asked. */
export async function startVendor(answer: (request: VendorRequest) => VendorAnswer) {
  const requests: VendorRequest[] = [];
  const server = createServer(async (request, response) => {
    const received: VendorRequest = {
      method: request.method ?? "",
      path: request.url ?? "",
      headers: request.headers,
      body: await text(request),
    };
    requests.push(received);
    const { status = 200, contentType = "application/json", parts } = answer(received);
    response.writeHead(status, { "content-type": contentType });
    for (const part of parts) response.write(part);
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
