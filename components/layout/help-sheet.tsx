"use client";

import { useCommandKey } from "#components/layout/command-key.ts";
import { useShell } from "#components/layout/shell-state.tsx";
import { useSingleKeys } from "#components/layout/single-keys.ts";
import { Kbd } from "#components/ui/kbd.tsx";
import { Sheet } from "#components/ui/sheet.tsx";
import { Switch } from "#components/ui/switch.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { shell } from "#lib/messages/en/shell.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(shell);

const shortcuts: readonly { keys: readonly string[]; label: string; single: boolean }[] = [
  { keys: ["Ctrl", "K"], label: t("shortcutPalette"), single: false },
  { keys: ["?"], label: t("shortcutHelp"), single: true },
  { keys: ["/"], label: t("shortcutSearch"), single: true },
  { keys: ["["], label: t("shortcutSidebar"), single: true },
  { keys: ["g", "h"], label: t("shortcutHome"), single: true },
  { keys: ["g", "t"], label: t("shortcutTools"), single: true },
  { keys: ["g", "c"], label: t("shortcutChat"), single: true },
  { keys: ["g", "m"], label: t("shortcutMyWork"), single: true },
  { keys: ["g", "i"], label: t("shortcutInbox"), single: true },
];

/** Where help is, and every shortcut of the frame. */
export default function HelpSheet() {
  const { helpOpen, setHelpOpen } = useShell();
  const { on, setOn } = useSingleKeys();
  const commandKey = useCommandKey();
  const close = () => setHelpOpen(false);
  return (
    <Sheet open={helpOpen} onOpenChange={setHelpOpen} title={t("help")} description={t("helpIntro")}>
      <div className="flex flex-col gap-6">
        <ul className="flex flex-col items-start gap-2">
          <li>
            <TextLink href="/docs" onClick={close}>
              {t("helpDocs")}
            </TextLink>
          </li>
          <li>
            <TextLink href="/docs/api" onClick={close}>
              {t("helpApi")}
            </TextLink>
          </li>
          <li>
            <TextLink href="/docs/design" onClick={close}>
              {t("helpDesign")}
            </TextLink>
          </li>
        </ul>
        <section aria-labelledby="shortcuts-title" className="flex flex-col gap-2">
          <h3 id="shortcuts-title" className="font-semibold">
            {t("shortcuts")}
          </h3>
          <dl className="flex flex-col">
            {shortcuts.map(({ keys, label, single }) => (
              <div key={label} className="flex min-h-9 items-center justify-between gap-4 border-b">
                <dt className={single && !on ? "text-faint line-through" : undefined}>{label}</dt>
                <dd className="flex items-center gap-1">
                  {keys.map((name) => (
                    <Kbd key={name}>{name === "Ctrl" ? commandKey : name}</Kbd>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
        <Switch
          label={t("singleKeys")}
          hint={t("singleKeysHint")}
          checked={on}
          onChange={(event) => setOn(event.target.checked)}
        />
      </div>
    </Sheet>
  );
}
