import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import type { DemoPerson } from "#lib/identity/sign-in.ts";
import { signIn } from "#lib/messages/en/sign-in.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(signIn);

/** One person of the demo: who, what to try, and one press to sign in. A plain form, so it needs no script. */
export function DemoPersonCard({ person, next }: { person: DemoPerson; next: string }) {
  const facts = [person.jobTitle, person.domainName].filter(Boolean).join(" · ");
  return (
    <Card className="flex h-full flex-col gap-3">
      <div>
        <h3 className="text-lead">{person.name}</h3>
        {facts && <p className="text-muted text-small">{facts}</p>}
      </div>
      <p>{person.job}</p>
      <div className="text-muted text-small">
        <p>{t("tryThis")}</p>
        <ol className="flex list-decimal flex-col gap-1 pt-1 pl-4">
          {person.tryThis.map((idea) => (
            <li key={idea}>{idea}</li>
          ))}
        </ol>
      </div>
      <form method="post" action="/api/auth/callback/demo" className="mt-auto pt-1">
        <input type="hidden" name="email" value={person.email} />
        <input type="hidden" name="callbackUrl" value={next} />
        <Button type="submit" wide>
          {t("signInAs", { name: person.name })}
        </Button>
      </form>
    </Card>
  );
}
