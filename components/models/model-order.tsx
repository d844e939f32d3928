"use client";

import { ArrowDown, ArrowUp, X } from "lucide-react";
import { Combobox } from "#components/ui/combobox.tsx";
import type { FieldControlProps } from "#components/ui/field.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { models } from "#lib/messages/en/models.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(models);

export type OfferedModel = { readonly id: string; readonly name: string; readonly provider: string };

type ModelOrderProps = {
  control: FieldControlProps;
  offered: readonly OfferedModel[];
  order: readonly string[];
  onChange: (order: readonly string[]) => void;
};

function moved(order: readonly string[], at: number, step: 1 | -1): string[] {
  const next = [...order];
  const [one] = next.splice(at, 1);
  if (one !== undefined) next.splice(at + step, 0, one);
  return next;
}

/** Models in an order that buttons change, so that it needs neither pointer nor dragging. */
export function ModelOrder({ control, offered, order, onChange }: ModelOrderProps) {
  const byId = new Map(offered.map((model) => [model.id, model]));
  const open = offered.filter(({ id }) => !order.includes(id));
  return (
    <div className="flex flex-col gap-2">
      <ol className="flex flex-col rounded-control border empty:hidden">
        {order.map((id, at) => {
          const name = byId.get(id)?.name ?? id;
          return (
            <li key={id} className="flex items-center gap-2 border-b px-3 py-1 last:border-b-0">
              <span className="w-5 text-muted">{at + 1}</span>
              <span className="min-w-0 flex-1 truncate">
                {name} <span className="text-muted text-small">{byId.get(id)?.provider}</span>
              </span>
              <IconButton
                label={t("up", { name })}
                disabled={at === 0}
                onClick={() => onChange(moved(order, at, -1))}
              >
                <ArrowUp />
              </IconButton>
              <IconButton
                label={t("down", { name })}
                disabled={at === order.length - 1}
                onClick={() => onChange(moved(order, at, 1))}
              >
                <ArrowDown />
              </IconButton>
              <IconButton
                label={t("takeOut", { name })}
                onClick={() => onChange(order.filter((each) => each !== id))}
              >
                <X />
              </IconButton>
            </li>
          );
        })}
      </ol>
      <Combobox
        key={order.length}
        {...control}
        options={open.map(({ id, name, provider }) => ({ value: id, label: name, hint: provider }))}
        value={null}
        onValueChange={(id) => id && onChange([...order, id])}
        placeholder={t("addModel")}
      />
    </div>
  );
}
