import { BookOpen, Cpu, Wrench } from "lucide-react";
import Link from "next/link";
import { kindOf, t } from "#components/catalog/lineage/lineage-words.ts";
import { cn } from "#components/ui/cn.ts";
import type { Lineage, LineageNode } from "#lib/catalog/lineage.ts";
import { boxHeight, boxWidth, layOutLineage, pathOf } from "#lib/catalog/lineage-layout.ts";

const icons = { tool: Wrench, source: BookOpen, model: Cpu } as const;
const margin = 8;

/** The lineage as a drawing: columns from what uses to what is used, each part a link where there is a page. */
export function LineageDrawing({ lineage, name }: { lineage: Lineage; name: string }) {
  const { root, nodes, edges } = lineage;
  const layout = layOutLineage(
    root,
    nodes.map(({ id }) => id),
    edges,
  );
  const nodeOf = new Map(nodes.map((node) => [node.id, node]));
  const [width, height] = [layout.width + 2 * margin, layout.height + 2 * margin];
  return (
    <figure aria-label={t("drawing", { name })} className="overflow-x-auto rounded-card border bg-surface">
      <svg
        role="presentation"
        width={width}
        height={height}
        viewBox={`${-margin} ${-margin} ${width} ${height}`}
        className="mx-auto max-w-none"
      >
        <defs>
          <marker
            id="lineage-arrow"
            viewBox="0 0 8 8"
            refX="8"
            refY="4"
            markerWidth="8"
            markerHeight="8"
            orient="auto-start-reverse"
          >
            <path d="M0 0L8 4L0 8Z" className="fill-border-strong" />
          </marker>
        </defs>
        {layout.edges.map((edge) => (
          <path
            key={`${edge.from} ${edge.to}`}
            d={pathOf(edge)}
            className="fill-none stroke-border-strong"
            markerStart={edge.isBack ? "url(#lineage-arrow)" : undefined}
            markerEnd={edge.isBack ? undefined : "url(#lineage-arrow)"}
          />
        ))}
        {layout.boxes.map(({ id, x, y }) => {
          const node = nodeOf.get(id);
          return (
            node && (
              <foreignObject key={id} x={x} y={y} width={boxWidth} height={boxHeight}>
                <NodeBox node={node} isRoot={id === root} />
              </foreignObject>
            )
          );
        })}
      </svg>
    </figure>
  );
}

function NodeBox({ node, isRoot }: { node: LineageNode; isRoot: boolean }) {
  const Icon = icons[node.kind];
  const look = cn(
    "flex h-full min-w-0 items-center gap-2 rounded-control border px-3",
    isRoot ? "border-accent bg-accent-soft" : "bg-canvas",
  );
  const content = (
    <>
      <Icon className="shrink-0 text-muted" />
      <span className="flex min-w-0 flex-col leading-tight">
        <span className="truncate font-semibold">{node.name}</span>
        <span className="truncate text-muted text-small">{isRoot ? t("this") : kindOf(node)}</span>
      </span>
    </>
  );
  if (isRoot || !node.href) {
    return (
      <div title={node.name} className={look}>
        {content}
      </div>
    );
  }
  return (
    <Link
      href={node.href}
      title={node.name}
      className={cn(look, "-outline-offset-2 transition-ui hover:border-border-strong hover:bg-sunken")}
    >
      {content}
    </Link>
  );
}
