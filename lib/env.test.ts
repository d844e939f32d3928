import { expect, test } from "vitest";
import { parseEnv } from "#lib/env.ts";

const mail = {
  WEFT_SMTP_URL: "smtps://weft:secret@mail.example.com",
  WEFT_MAIL_FROM: "Weft <weft@example.com>",
  WEFT_PUBLIC_URL: "https://weft.example.com",
};

test("e-mail needs a server, a sender and an address for its links", () => {
  expect(parseEnv(mail).mail).toEqual({
    smtpUrl: mail.WEFT_SMTP_URL,
    from: mail.WEFT_MAIL_FROM,
    portalUrl: mail.WEFT_PUBLIC_URL,
  });
  expect(parseEnv({ ...mail, WEFT_SMTP_URL: "" }).mail).toBeUndefined();
  for (const name of ["WEFT_MAIL_FROM", "WEFT_PUBLIC_URL"]) {
    expect(() => parseEnv({ ...mail, [name]: "" })).toThrow(`${name}: is missing`);
  }
});

test.each([
  ["WEFT_SMTP_URL", "https://mail.example.com"],
  ["WEFT_SMTP_URL", "mail.example.com:587"],
  ["WEFT_MAIL_FROM", "Weft"],
  ["WEFT_MAIL_FROM", "Weft <weft@example.com>\r\nBcc: all@example.com"],
  ["WEFT_MAIL_FROM", "a@example.com, b@example.com"],
])("%s is not %s", (name, value) => {
  expect(() => parseEnv({ ...mail, [name]: value })).toThrow(`${name}: Write it as`);
});
