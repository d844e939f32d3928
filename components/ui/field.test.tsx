import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { FormErrorSummary } from "#components/ui/form-error-summary.tsx";
import { Input } from "#components/ui/input.tsx";

afterEach(cleanup);

test("label, hint and error belong to the control", () => {
  render(
    <Field id="site" label="Site" hint="Three letters" error="Unknown site" required>
      {(control) => <Input {...control} />}
    </Field>,
  );
  const input = screen.getByRole("textbox", { name: /Site/ });
  expect(input.getAttribute("aria-invalid")).toBe("true");
  expect(input.getAttribute("aria-required")).toBe("true");
  const described = (input.getAttribute("aria-describedby") ?? "").split(" ");
  expect(described.map((id) => document.getElementById(id)?.textContent)).toEqual([
    "Three letters",
    "Unknown site",
  ]);
});

test("the summary takes the focus and leads to the field", () => {
  render(
    <>
      <FormErrorSummary errors={[{ fieldId: "site", label: "Site", message: "Unknown site" }]} />
      <Input id="site" aria-label="Site" />
    </>,
  );
  expect(document.activeElement).toBe(screen.getByRole("alert"));
  fireEvent.click(screen.getByRole("link", { name: "Site: Unknown site" }));
  expect(document.activeElement).toBe(screen.getByRole("textbox"));
});

test("a pending button neither acts nor sends its form", () => {
  const [send, press] = [vi.fn(), vi.fn()];
  render(
    <form onSubmit={send}>
      <Button type="submit" pending pendingLabel="Saving" onClick={press}>
        Save
      </Button>
    </form>,
  );
  const button = screen.getByRole("button", { name: "Saving" });
  fireEvent.click(button);
  expect(button.getAttribute("aria-busy")).toBe("true");
  expect(send).not.toHaveBeenCalled();
  expect(press).not.toHaveBeenCalled();
});
