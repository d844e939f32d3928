import { AliasActions } from "#components/models/alias-actions.tsx";
import type { OfferedModel } from "#components/models/model-order.tsx";
import {
  RowControl,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeadCell,
  TableRow,
} from "#components/ui/table.tsx";
import { models } from "#lib/messages/en/models.ts";
import { formatShare } from "#lib/messages/format.ts";
import { translator } from "#lib/messages/translate.ts";
import { defaultAlias, embeddingsAlias } from "#lib/models/default-alias.ts";
import type { AliasView } from "#lib/models/schema.ts";

const t = translator(models);
const reserved: readonly string[] = [defaultAlias, embeddingsAlias];

const shareOf = (alias: AliasView, weight: number) =>
  formatShare(weight / alias.models.reduce((sum, model) => sum + model.weight, 0));

/** The names that tools are bound to, with what stands behind them. */
export function AliasTable({
  aliases,
  offered,
}: {
  aliases: readonly AliasView[];
  offered: readonly OfferedModel[];
}) {
  return (
    <div className="overflow-clip rounded-card border bg-surface">
      <Table label={t("aliasesTitle")}>
        <TableHead>
          <TableHeadCell>{t("columnAlias")}</TableHeadCell>
          <TableHeadCell>{t("columnModels")}</TableHeadCell>
          <TableHeadCell numeric>{t("columnTools")}</TableHeadCell>
          <TableHeadCell>
            <span className="sr-only">{t("edit")}</span>
          </TableHeadCell>
        </TableHead>
        <TableBody>
          {aliases.map((alias) => (
            <TableRow key={alias.id}>
              <TableCell phone="first" className="py-2">
                <span className="text-code">{alias.name}</span>
                {alias.description && (
                  <span className="block text-muted text-small">{alias.description}</span>
                )}
              </TableCell>
              <TableCell phone="second" className="py-2 max-md:basis-full">
                {alias.models.length === 0 ? (
                  <span className="text-muted">
                    {t(alias.name === embeddingsAlias ? "embeddingsEmpty" : "aliasEmpty")}
                  </span>
                ) : (
                  <ol className="flex flex-col">
                    {alias.models.map((model, at) => (
                      <li key={model.id}>
                        <span className="text-muted">
                          {alias.mode === "weighted" ? `${shareOf(alias, model.weight)} ` : `${at + 1}. `}
                        </span>
                        {model.displayName}
                        <span className="text-muted text-small">
                          {" "}
                          {model.provider !== model.displayName && model.provider}
                          {!model.isActive && `, ${t("modelOff")}`}
                        </span>
                      </li>
                    ))}
                  </ol>
                )}
              </TableCell>
              <TableCell phone="hidden" numeric>
                {alias.tools || ""}
              </TableCell>
              <TableCell phone="aside" className="text-right">
                <RowControl>
                  <AliasActions
                    key={`${alias.mode} ${alias.models.map(({ id, weight }) => `${id} ${weight}`).join()}`}
                    alias={alias}
                    offered={offered}
                    canRemove={!reserved.includes(alias.name) && alias.tools === 0}
                  />
                </RowControl>
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
