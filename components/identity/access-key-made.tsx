import { Button } from "#components/ui/button.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import type { CreatedKey } from "#lib/identity/access-key.ts";
import { keys } from "#lib/messages/en/keys.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(keys);

const commands = {
  "tools:apply": "npm run weft -- tools apply FILE --check",
  "tools:read": "npm run weft -- tools list",
} as const;

/** A key just made: the one moment in which its text can be copied. */
export function AccessKeyMade({ made, onDone }: { made: CreatedKey; onDone: () => void }) {
  const [scope = "tools:read"] = made.key.scopes.toSorted();
  return (
    <div className="flex flex-col gap-4">
      <div className="flex items-start justify-between gap-2 rounded-control border bg-sunken py-1 pl-3">
        <code className="py-1.5 text-code wrap-anywhere">{made.token}</code>
        <CopyButton text={made.token} label={t("copyKey")} withWords className="shrink-0" />
      </div>
      <CodeBlock
        title={t("madeUse")}
        language="bash"
        code={`read -rs WEFT_ACCESS_KEY && export WEFT_ACCESS_KEY\n${commands[scope]}`}
      />
      <div className="flex justify-end">
        <Button variant="primary" onClick={onDone}>
          {t("done")}
        </Button>
      </div>
    </div>
  );
}
