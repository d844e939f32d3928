import { Button } from "#components/ui/button.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
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
      <CodeBlock title={t("madeKey")} code={made.token} />
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
