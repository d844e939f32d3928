import { describe, expect, test } from "vitest";
import { collectionSlug } from "#lib/collections/collection-slug.ts";
import { searchHref, searchOfAddress } from "#lib/collections/search-address.ts";

describe("the search in an address", () => {
  test("is words, filters and order, whatever stands around them and in whatever sequence", () => {
    const search = searchOfAddress("?sort=name&page=3&view=compact&kind=http,mcp&q=%20ticket%20&x=1");
    expect(search).toBe("q=ticket&kind=http%2Cmcp&sort=name");
    expect(searchOfAddress(search)).toBe(search);
    expect(searchHref(search)).toBe("/catalog?q=ticket&kind=http%2Cmcp&sort=name");
  });

  test("is empty when only order, page or spaces are left", () => {
    for (const nothing of ["", "?", "?sort=name", "page=2&view=compact", "q=%20%20&kind=,"]) {
      expect(searchOfAddress(nothing)).toBe("");
    }
  });

  test("leaves out the order that holds anyway, and one that does not exist", () => {
    expect(searchOfAddress("q=a&sort=best")).toBe("q=a");
    expect(searchOfAddress("q=a&sort=price")).toBe("q=a");
  });
});

describe("the address of a collection", () => {
  test("is its title in plain letters", () => {
    expect(collectionSlug("A customer's line is dead", new Set())).toBe("a-customer-s-line-is-dead");
    expect(collectionSlug("Férias & São João", new Set())).toBe("ferias-sao-joao");
    expect(collectionSlug("вопросы", new Set())).toBe("collection");
  });

  test("gets a number when it is in use or a page of its own", () => {
    expect(collectionSlug("On shift", new Set(["on-shift", "on-shift-2"]))).toBe("on-shift-3");
    expect(collectionSlug("New", new Set())).toBe("new-2");
  });
});
