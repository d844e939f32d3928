import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";

afterEach(cleanup);

function show(onConfirm: () => Promise<unknown>) {
  render(
    <ConfirmDialog
      trigger={<Button>Block</Button>}
      title="Block Ticket desk?"
      consequence="The next call is refused."
      confirmLabel="Block it"
      pendingLabel="Blocking"
      onConfirm={onConfirm}
    />,
  );
  fireEvent.click(screen.getByRole("button", { name: "Block" }));
}

test("it names the consequence, and cancelling does nothing", () => {
  const confirm = vi.fn(() => Promise.resolve());
  show(confirm);
  const dialog = screen.getByRole("alertdialog", { name: "Block Ticket desk?" });
  expect(dialog.textContent).toContain("The next call is refused.");
  fireEvent.click(screen.getByRole("button", { name: "Cancel" }));
  expect(screen.queryByRole("alertdialog")).toBeNull();
  expect(confirm).not.toHaveBeenCalled();
});

test("a second press while it works is ignored, and it closes when done", async () => {
  const work = Promise.withResolvers<null>();
  const confirm = vi.fn(() => work.promise);
  show(confirm);
  fireEvent.click(screen.getByRole("button", { name: "Block it" }));
  const busy = await screen.findByRole("button", { name: "Blocking" });
  fireEvent.click(busy);
  expect(confirm).toHaveBeenCalledTimes(1);
  work.resolve(null);
  await waitFor(() => expect(screen.queryByRole("alertdialog")).toBeNull());
});

test("it stays open when the act fails", async () => {
  show(() => Promise.reject(new Error("refused")));
  fireEvent.click(screen.getByRole("button", { name: "Block it" }));
  await waitFor(() => expect(screen.getByRole("button", { name: "Block it" })).toBeTruthy());
  expect(screen.getByRole("alertdialog")).toBeTruthy();
});
