import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { outdatedRoamingPrice, roamingZones } from "#demo/company/roaming.ts";
import { fees, tariffs } from "#demo/company/tariffs.ts";
import { type RunningServices, startTestServices } from "../services-fixture.ts";
import type { Price } from "./schema.ts";

let services: RunningServices;

beforeAll(async () => {
  services = await startTestServices("2026-11-20");
});
afterAll(() => services.stop());

const get = async (path: string) => services.call("prices", "GET", path);

describe("the price list agrees with the facts", () => {
  test.each(tariffs)("$code costs what the tariff says", async (tariff) => {
    expect((await get(`/items/${tariff.code}`)).body).toMatchObject({
      name: tariff.name,
      price: { gbp: tariff.priceGbp, eur: tariff.priceEur },
    });
  });

  test.each(fees)("$code is the fee of the facts", async (fee) => {
    expect((await get(`/items/${fee.code}`)).body).toMatchObject({ price: { gbp: fee.gbp, eur: fee.eur } });
  });

  test("each country has the price of its zone", async () => {
    for (const zone of roamingZones) {
      const answer = await get(`/roaming?zone=${zone.code}`);
      const { countries } = answer.body as { countries: { country: string; dayPass: { gbp: number } }[] };
      expect(countries.map((price) => price.country).sort()).toEqual([...zone.countries].sort());
      for (const price of countries) expect(price.dayPass.gbp).toBe(zone.dayPassGbp);
    }
  });

  test("the outdated roaming price is a former one", async () => {
    const answer = await get(`/items/ROAM-${outdatedRoamingPrice.zone}`);
    const item = answer.body as Price;
    expect(item.price.gbp).not.toBe(outdatedRoamingPrice.dayPassGbp);
    expect(item.formerPrices[0]?.price.gbp).toBe(outdatedRoamingPrice.dayPassGbp);
    expect(item.validFrom).toBe("2026-07-23");
  });
});

describe("asking and quoting", () => {
  test.each(["United States", "usa", "Estados Unidos"])("%s is in zone B", async (name) => {
    expect((await get(`/roaming/${encodeURIComponent(name)}`)).body).toMatchObject({
      country: "United States",
      zone: "B",
    });
  });

  test("a country without a price is a 404", async () => {
    expect((await get("/roaming/Atlantis")).status).toBe(404);
  });

  test("filters hold together", async () => {
    const answer = await get("/items?kind=home-broadband&maxPrice=40");
    expect((answer.body as { items: Price[] }).items.map((item) => item.code)).toEqual([
      "FIB-100",
      "FIB-500",
    ]);
    expect((await get("/items?maxPrice=cheap")).body).toMatchObject({ errors: [{ field: "maxPrice" }] });
  });

  test("a comparison adds up the first year", async () => {
    const answer = await get("/comparison?codes=FIB-100,FIB-1000&currency=EUR");
    expect(answer.body).toMatchObject({ rows: [{ firstYear: 28 * 12 + 30 }, { firstYear: 46 * 12 }] });
    expect((await get("/comparison?codes=FIB-100,FIB-9")).body).toMatchObject({
      errors: [{ field: "codes.1" }],
    });
    expect((await get("/comparison?codes=FIB-100")).body).toMatchObject({ errors: [{ field: "codes" }] });
  });

  test("a quote adds up and is kept", async () => {
    const lines = [{ code: "FIB-500" }, { code: "ADD-MESH", quantity: 2 }, { code: "FEE-SIM" }];
    const made = await services.call("prices", "POST", "/quotes", { body: { currency: "GBP", lines } });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ monthlyTotal: 43, onceTotal: 30, firstYearTotal: 546 });
    const { id } = made.body as { id: string };
    expect((await get(`/quotes/${id}`)).body).toEqual(made.body);
  });

  test("a household cannot be quoted a business price", async () => {
    const body = { currency: "GBP", lines: [{ code: "BFI-500" }], customer: { name: "Harriet Cooper" } };
    const answer = await services.call("prices", "POST", "/quotes", { body });
    expect(answer.body).toMatchObject({ errors: [{ field: "lines.0.code" }] });
  });
});
