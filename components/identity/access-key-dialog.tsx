"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { AccessKeyForm } from "#components/identity/access-key-form.tsx";
import { AccessKeyMade } from "#components/identity/access-key-made.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import type { CreatedKey } from "#lib/identity/access-key.ts";
import { keys } from "#lib/messages/en/keys.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(keys);

/** Makes a key and shows its text once: closing forgets it. */
export function AccessKeyDialog() {
  const [isOpen, setOpen] = useState(false);
  const [made, setMade] = useState<CreatedKey | null>(null);
  const router = useRouter();
  const close = () => {
    setOpen(false);
    setMade(null);
  };
  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        <Plus />
        {t("new")}
      </Button>
      <Dialog
        open={isOpen}
        onOpenChange={(open) => (open ? setOpen(true) : close())}
        title={made ? t("madeTitle", { name: made.key.name }) : t("newTitle")}
        description={made ? t("madeText") : t("newText")}
      >
        {made ? (
          <AccessKeyMade made={made} onDone={close} />
        ) : (
          <AccessKeyForm
            onMade={(created) => {
              setMade(created);
              router.refresh();
            }}
          />
        )}
      </Dialog>
    </>
  );
}
