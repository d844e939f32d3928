import { t } from "#components/notifications/words.ts";
import { Switch } from "#components/ui/switch.tsx";
import type { KindPreference, PreferenceInput } from "#lib/notifications/schema.ts";

type PreferenceGroupProps = {
  title: string;
  kinds: readonly KindPreference[];
  sendsMail: boolean;
  onChoose: (before: KindPreference, after: PreferenceInput) => void;
};

const narrow = "w-16 py-2 align-middle font-normal";

/** The kinds of one heading as a table with a column for each place where news goes. */
export function PreferenceGroup({ title, kinds, sendsMail, onChoose }: PreferenceGroupProps) {
  return (
    <div className="rounded-card border bg-surface px-4 py-2">
      <table className="w-full border-collapse text-left">
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr className="border-b text-muted text-small">
            <th scope="col" className="py-2 pr-3 font-semibold text-body text-text">
              {title}
            </th>
            <th scope="col" className={narrow}>
              {t("channelInbox")}
            </th>
            <th scope="col" className={narrow}>
              {t("channelMail")}
            </th>
          </tr>
        </thead>
        <tbody>
          {kinds.map((one) => {
            const kind = t(`kind-${one.kind}`);
            const { inbox, mail } = one;
            return (
              <tr key={one.kind} className="border-b last:border-b-0">
                <th scope="row" className="py-2 pr-3 font-normal">
                  {kind}
                  {one.isRequired && <span className="block text-muted text-small">{t("always")}</span>}
                </th>
                <td className={narrow}>
                  <Switch
                    label={<span className="sr-only">{t("inboxOf", { kind })}</span>}
                    checked={inbox}
                    disabled={one.isRequired}
                    onChange={(event) => onChoose(one, { inbox: event.target.checked, mail })}
                    className="w-9 items-center gap-0"
                  />
                </td>
                <td className={narrow}>
                  <Switch
                    label={<span className="sr-only">{t("mailOf", { kind })}</span>}
                    checked={mail && sendsMail}
                    disabled={!sendsMail}
                    onChange={(event) => onChoose(one, { inbox, mail: event.target.checked })}
                    className="w-9 items-center gap-0"
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
