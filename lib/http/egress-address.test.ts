import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { judgeAddress, parseAddress } from "#lib/http/egress-address.ts";
import { mayReach, parseAllowList } from "#lib/http/egress-allow-list.ts";

function judge(text: string): string {
  const address = parseAddress(text);
  return address ? judgeAddress(address) : "unreadable";
}

describe("addresses", () => {
  test.each([
    ["8.8.8.8", "public"],
    ["2606:4700:4700::1111", "public"],
    ["::ffff:8.8.8.8", "public"],
    ["10.1.2.3", "private"],
    ["172.16.0.1", "private"],
    ["172.31.255.255", "private"],
    ["172.32.0.1", "public"],
    ["192.168.1.1", "private"],
    ["127.0.0.1", "private"],
    ["127.255.255.254", "private"],
    ["100.64.0.1", "private"],
    ["100.127.255.255", "private"],
    ["::1", "private"],
    ["fd12:3456::1", "private"],
    ["fc00::1", "private"],
    ["::ffff:10.0.0.1", "private"],
    ["::ffff:7f00:1", "private"],
    ["169.254.169.254", "special"],
    ["::ffff:169.254.169.254", "special"],
    ["fe80::1", "special"],
    ["fe80::1%eth0", "special"],
    ["fec0::1", "special"],
    ["::7f00:1", "special"],
    ["::10.0.0.1", "special"],
    ["64:ff9b::a00:1", "special"],
    ["64:ff9b::8.8.8.8", "special"],
    ["64:ff9b:1::1", "special"],
    ["2002:a00:1::1", "special"],
    ["2002:7f00:1::", "special"],
    ["2001:0:4136:e378:8000:63bf:3fff:fdd2", "special"],
    ["2001:db8::1", "special"],
    ["100::1", "special"],
    ["5f00::1", "special"],
    ["4000::1", "special"],
    ["192.0.2.1", "special"],
    ["192.0.0.170", "special"],
    ["198.18.0.1", "special"],
    ["203.0.113.9", "special"],
    ["240.0.0.1", "special"],
    ["0.0.0.0", "never"],
    ["0.1.2.3", "never"],
    ["::", "never"],
    ["224.0.0.1", "never"],
    ["255.255.255.255", "never"],
    ["ff02::1", "never"],
    ["0x7f.1", "unreadable"],
    ["2130706433", "unreadable"],
    ["127.1", "unreadable"],
    ["example.org", "unreadable"],
  ])("%s is %s", (text, expected) => {
    expect(judge(text)).toBe(expected);
  });

  test("an address mapped into IPv6 is judged like itself", () => {
    fc.assert(
      fc.property(fc.ipV4(), (text) => {
        expect(judge(`::ffff:${text}`)).toBe(judge(text));
      }),
    );
  });
});

describe("the list of private addresses", () => {
  const reach = (entries: string[], host: string, port: number, address: string) => {
    const parsed = parseAddress(address);
    if (!parsed) throw new Error(`not an address: ${address}`);
    return mayReach(parseAllowList(entries), host, port, parsed);
  };

  test.each([
    [["10.0.0.0/8"], "tool.internal", 80, "10.9.9.9", true],
    [["10.0.0.0/8"], "tool.internal", 80, "192.168.0.1", false],
    [["tool.internal:8080"], "Tool.Internal.", 8080, "10.9.9.9", true],
    [["tool.internal:8080"], "tool.internal", 8081, "10.9.9.9", false],
    [["tool.internal"], "tool.internal", 8081, "10.9.9.9", true],
    [["tool.internal"], "other.internal", 8081, "10.9.9.9", false],
    [["tool.internal"], "tool.internal", 80, "169.254.169.254", false],
    [["169.254.169.254"], "metadata", 80, "169.254.169.254", true],
    [["127.0.0.1:4000"], "localhost", 4000, "127.0.0.1", true],
    [["127.0.0.1:4000"], "localhost", 4001, "127.0.0.1", false],
    [["[::1]:4000"], "localhost", 4000, "::1", true],
    [["::1"], "localhost", 4001, "::1", true],
    [["127.0.0.0/8"], "x", 80, "::ffff:127.0.0.1", true],
    [["0.0.0.0/0"], "x", 80, "0.0.0.0", false],
    [[], "x", 80, "8.8.8.8", true],
  ])("%j lets %s:%i reach %s: %s", (entries, host, port, address, expected) => {
    expect(reach(entries, host, port, address)).toBe(expected);
  });

  test.each(["10.0.0.0/99", "http://x", "a b", "host:0", "host:70000", "", "*.internal"])(
    "refuses the entry %j and names it",
    (entry) => {
      expect(() => parseAllowList([entry])).toThrow(`"${entry}"`);
    },
  );
});
