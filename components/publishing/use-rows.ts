"use client";

import { useState } from "react";

export type Row<Value> = { readonly id: number; readonly value: Value };

/** Entries of a list that is edited, each with an id of its own, so that removing one leaves the others their place. */
export function useRows<Value>(values: readonly Value[], onChange: (values: Value[]) => void) {
  const [rows, setRows] = useState<readonly Row<Value>[]>(() => values.map((value, id) => ({ id, value })));
  const set = (next: readonly Row<Value>[]) => {
    setRows(next);
    onChange(next.map((row) => row.value));
  };
  return {
    rows,
    add: (value: Value) => set([...rows, { id: Math.max(-1, ...rows.map((row) => row.id)) + 1, value }]),
    remove: (id: number) => set(rows.filter((row) => row.id !== id)),
    /** One place towards the beginning or the end; at the ends nothing happens. */
    move: (id: number, by: -1 | 1) => {
      const at = rows.findIndex((row) => row.id === id);
      const [row, other] = [rows[at], rows[at + by]];
      if (!row || !other) return;
      set(rows.map((one, index) => (index === at ? other : index === at + by ? row : one)));
    },
    change: (id: number, value: Value) => set(rows.map((row) => (row.id === id ? { id, value } : row))),
  };
}
