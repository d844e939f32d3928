import { expect, test } from "vitest";
import { asKind, fieldsOf, nameFromLabel, schemaOf } from "#components/publishing/kinds/form-fields.ts";

const schema = {
  type: "object",
  properties: {
    text: { type: "string", title: "Text", minLength: 5, "x-weft-multiline": true },
    tone: { type: "string", enum: ["warm", "plain"], default: "plain" },
    day: { type: "string", format: "date", description: "When." },
    many: { type: "number", minimum: 1 },
    sure: { type: "boolean" },
    list: { type: "array", items: { type: "string" } },
  },
  required: ["text", "list"],
  additionalProperties: false,
};

test("a form becomes fields and the same form again", () => {
  const fields = fieldsOf(schema);
  expect(fields?.map(({ kind }) => kind)).toEqual(["long", "choice", "date", "number", "yes-no", "other"]);
  expect(schemaOf(fields ?? [], schema)).toEqual(schema);
});

test("what is no form is left to its JSON", () => {
  expect(fieldsOf(true)).toBeNull();
  expect(fieldsOf({ type: "array" })).toBeNull();
  expect(fieldsOf({ type: "object", properties: [] })).toBeNull();
});

test("a field of another kind keeps only what means something there", () => {
  const [first] = fieldsOf(schema) ?? [];
  const changed = first && schemaOf([asKind(first, "number")], schema);
  expect(changed?.properties).toEqual({ text: { type: "number", title: "Text" } });
  expect(changed?.required).toEqual(["text"]);
});

test("two fields of one name are both kept", () => {
  const [first, second] = fieldsOf(schema) ?? [];
  const same = first && second ? schemaOf([first, { ...second, name: "text" }], schema) : null;
  expect(Object.keys(same?.properties ?? {})).toEqual(["text", "text_2"]);
  expect(
    Object.keys(
      schemaOf([{ ...(first as NonNullable<typeof first>), name: "__proto__" }], true).properties as object,
    ),
  ).toEqual(["__proto__"]);
});

test("labels make names", () => {
  expect(nameFromLabel("Which office?")).toBe("whichOffice");
  expect(nameFromLabel("Größe")).toBe("groE");
  expect(nameFromLabel("2nd try")).toBe("field2ndTry");
  expect(nameFromLabel("北京")).toBe("");
});
