"use client";

import { ArrowDown, ArrowUp, X } from "lucide-react";
import { Combobox } from "#components/ui/combobox.tsx";
import type { FieldControlProps } from "#components/ui/field.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Input } from "#components/ui/input.tsx";
import { models } from "#lib/messages/en/models.ts";
import { formatShare } from "#lib/messages/format.ts";
import { translator } from "#lib/messages/translate.ts";
import type { AliasMode } from "#lib/models/administration.ts";

const t = translator(models);

export type OfferedModel = {
  readonly id: string;
  readonly name: string;
  readonly provider: string;
  readonly makesVectors: boolean;
};
export type PlacedModel = { readonly id: string; readonly weight: number };

type ModelOrderProps = {
  control: FieldControlProps;
  offered: readonly OfferedModel[];
  order: readonly PlacedModel[];
  mode: AliasMode;
  onChange: (order: readonly PlacedModel[]) => void;
};

function moved(order: readonly PlacedModel[], at: number, step: 1 | -1): PlacedModel[] {
  const next = [...order];
  const [one] = next.splice(at, 1);
  if (one !== undefined) next.splice(at + step, 0, one);
  return next;
}

const mostWeight = 1000;

/** Models in an order that buttons change, so that it needs neither pointer nor dragging, or with weights. */
export function ModelOrder({ control, offered, order, mode, onChange }: ModelOrderProps) {
  const byId = new Map(offered.map((model) => [model.id, model]));
  const open = offered.filter(({ id }) => !order.some((placed) => placed.id === id));
  const whole = order.reduce((sum, { weight }) => sum + weight, 0);
  return (
    <div className="flex flex-col gap-2">
      <ol className="flex flex-col rounded-control border empty:hidden">
        {order.map(({ id, weight }, at) => {
          const name = byId.get(id)?.name ?? id;
          return (
            <li key={id} className="flex items-center gap-2 border-b px-3 py-1 last:border-b-0">
              {mode === "ordered" && <span className="w-5 text-muted">{at + 1}</span>}
              <span className="min-w-0 flex-1 truncate">
                {name} <span className="text-muted text-small">{byId.get(id)?.provider}</span>
              </span>
              {mode === "weighted" ? (
                <>
                  <Input
                    aria-label={t("weightOf", { name })}
                    inputMode="numeric"
                    value={weight}
                    onChange={({ target }) => {
                      const typed = Number(target.value.replace(/\D/g, ""));
                      const next = Math.min(mostWeight, Math.max(1, typed));
                      onChange(order.map((placed) => (placed.id === id ? { id, weight: next } : placed)));
                    }}
                    className="w-16 text-right"
                  />
                  <span className="w-12 text-right text-muted text-small">{formatShare(weight / whole)}</span>
                </>
              ) : (
                <>
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
                </>
              )}
              <IconButton
                label={t("takeOut", { name })}
                onClick={() => onChange(order.filter((placed) => placed.id !== id))}
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
        onValueChange={(id) => id && onChange([...order, { id, weight: 1 }])}
        placeholder={t("addModel")}
      />
    </div>
  );
}
