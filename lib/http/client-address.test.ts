import { expect, test } from "vitest";
import { clientAddress } from "#lib/http/client-address.ts";

test.each([
  ["203.0.113.9", "203.0.113.9"],
  ["10.0.0.1, 203.0.113.9", "203.0.113.9"],
  ["::ffff:127.0.0.1", "127.0.0.1"],
  ["2001:db8::1", "2001:db8::1"],
])("%s", (given, address) => expect(clientAddress(new Headers({ "x-forwarded-for": given }))).toBe(address));

test("is unknown without the header", () => expect(clientAddress(new Headers())).toBeNull());
