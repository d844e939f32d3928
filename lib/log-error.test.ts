import { APICallError } from "ai";
import { expect, it } from "vitest";
import { AppError } from "#lib/errors.ts";
import { plainError } from "#lib/log-error.ts";

const words = "blue-elephant-91";

it("keeps type, message, code, stack and causes", () => {
  const cause = new Error("the wire broke");
  const logged = plainError(
    new AppError("upstream-failed", "No answer.", { cause, details: { prompt: words } }),
  );
  expect(logged).toMatchObject({
    type: "AppError",
    message: "No answer.",
    code: "upstream-failed",
    stack: expect.stringMatching(/^\s+at .*log-error\.test/),
    cause: { message: "the wire broke" },
  });
  expect(JSON.stringify(logged)).not.toContain(words);
});

it("leaves out what a model was sent and answered", () => {
  const error = new APICallError({
    message: "Bad Request",
    url: "https://models.example/v1",
    requestBodyValues: { messages: [words] },
    responseBody: words,
    statusCode: 400,
  });
  expect(JSON.stringify(plainError(error))).not.toContain(words);
});

it("leaves out the values of a query", () => {
  const error = new Error(`\nInvalid invocation:\n{ data: "${words}" }\n\nArgument \`id\` is missing.`);
  error.name = "PrismaClientValidationError";
  const logged = plainError(error);
  expect(logged.message).toBe("Argument `id` is missing.");
  expect(JSON.stringify(logged)).not.toContain(words);
});

it("survives what is no error, and errors that cause themselves", () => {
  expect(plainError(words).message).not.toContain(words);
  const circle = new Error("round");
  circle.cause = circle;
  expect(JSON.stringify(plainError(circle)).match(/round/g)?.length).toBeLessThan(10);
});
