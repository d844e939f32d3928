"use client";

import { type ComponentType, createContext, type ReactNode, useContext } from "react";

export type ControlledTool = { readonly id: string; readonly slug: string; readonly name: string };

export type ToolControlsProps = {
  tool: ControlledTool;
  /** On a card and in a row they stand back until they are needed; on the tool's page they have words. */
  place: "card" | "row" | "page";
};

const Slot = createContext<ComponentType<ToolControlsProps> | null>(null);

/** Says what stands on every tool below besides its link: a layer above the catalog knows, the catalog does not. */
export function ToolControlsProvider(props: {
  controls: ComponentType<ToolControlsProps>;
  children: ReactNode;
}) {
  return <Slot value={props.controls}>{props.children}</Slot>;
}

/** The controls of one tool, above the link that covers its card or row. */
export function ToolControlSlot({ tool, place }: ToolControlsProps) {
  const Controls = useContext(Slot);
  return Controls && <Controls tool={tool} place={place} />;
}
