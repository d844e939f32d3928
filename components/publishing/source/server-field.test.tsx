import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, expect, test } from "vitest";
import { ServerField } from "#components/publishing/source/server-field.tsx";
import { importServers } from "#lib/tools/openapi/import-servers.ts";

afterEach(cleanup);

function Form({ servers }: { servers: readonly object[] }) {
  const read = importServers(servers, undefined).map(({ url, variables, ...one }) => ({
    ...one,
    url: url ?? null,
    variables: variables.map(({ values, ...rest }) => ({ ...rest, values: [...values] })),
  }));
  const standard = read.find(({ url }) => url !== null)?.url ?? null;
  const [value, setValue] = useState(standard ?? "");
  return <ServerField source={{ servers: read, server: standard }} value={value} onChange={setValue} />;
}

const address = () => screen.getByLabelText<HTMLInputElement>("Server that the operations call").value;
const regions = {
  url: "https://{region}.example.com/{stage}",
  variables: { region: { enum: ["eu", "us"], default: "eu" }, stage: { default: "v1" } },
};

test("variables are picked or typed, with the standard filled in", () => {
  render(<Form servers={[regions]} />);
  expect(address()).toBe("https://eu.example.com/v1");
  const region = screen.getByLabelText<HTMLSelectElement>("region in the address");
  expect([...region.options].map(({ value }) => value)).toEqual(["eu", "us"]);
  expect(region.value).toBe("eu");
  fireEvent.change(region, { target: { value: "us" } });
  expect(address()).toBe("https://us.example.com/v1");
  fireEvent.change(screen.getByLabelText("stage in the address"), { target: { value: "v2" } });
  expect(address()).toBe("https://us.example.com/v2");
});

test("a variable without a standard is asked for", () => {
  render(<Form servers={[{ url: "https://{tenant}.example.com" }]} />);
  expect(address()).toBe("");
  fireEvent.change(screen.getByLabelText("tenant in the address"), { target: { value: "northmere" } });
  expect(address()).toBe("https://northmere.example.com");
});

test("each server has its own variables, and another address has none", () => {
  render(<Form servers={[{ url: "https://plain.example.com" }, regions]} />);
  expect(screen.queryByLabelText("region in the address")).toBeNull();
  fireEvent.change(screen.getByLabelText("Servers of the document"), { target: { value: "1" } });
  expect(address()).toBe("https://eu.example.com/v1");
  expect(screen.getByLabelText<HTMLSelectElement>("region in the address").value).toBe("eu");
  fireEvent.change(screen.getByLabelText("Server that the operations call"), {
    target: { value: "https://mine.example.org" },
  });
  expect(screen.queryByLabelText("region in the address")).toBeNull();
});
