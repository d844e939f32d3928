import { CompareColumnHead } from "#components/catalog/compare/compare-column-head.tsx";
import { compareRows, differingRows } from "#components/catalog/compare/compare-rows.tsx";
import { t } from "#components/catalog/compare/words.ts";
import type { ToolPage } from "#lib/catalog/schema.ts";

type CompareTableProps = { tools: readonly ToolPage[]; onlyDifferences: boolean };

const rowHead =
  "sticky left-0 layer-row w-36 min-w-36 border-r bg-surface px-4 py-3 text-left align-top font-normal text-muted max-md:w-28 max-md:min-w-28 max-md:px-3 max-md:text-small";

/** The tools side by side. Where they do not fit, the columns are swiped under the names of the rows. */
export function CompareTable({ tools, onlyDifferences }: CompareTableProps) {
  const slugs = tools.map(({ slug }) => slug);
  const rows = onlyDifferences ? differingRows(tools) : compareRows;
  if (rows.length === 0) return <p className="text-muted">{t("same")}</p>;
  return (
    <section
      aria-label={t("title")}
      className="overflow-x-auto overscroll-x-contain rounded-card border bg-surface max-md:-mx-4 max-md:snap-x max-md:scroll-pl-28 max-md:rounded-none max-md:border-x-0"
    >
      <table className="w-full border-collapse text-left">
        <thead>
          <tr className="border-b">
            <th scope="col" className={rowHead}>
              <span className="sr-only">{t("row")}</span>
            </th>
            {tools.map((tool) => (
              <th
                key={tool.slug}
                scope="col"
                className="min-w-60 snap-start px-4 py-3 align-top wrap-anywhere max-md:min-w-[62vw]"
              >
                <CompareColumnHead
                  tool={{ slug: tool.slug, name: tool.name }}
                  slugs={slugs}
                  onlyDifferences={onlyDifferences}
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className="border-b last:border-b-0">
              <th scope="row" className={rowHead}>
                {row.label}
              </th>
              {tools.map((tool) => (
                <td key={tool.slug} className="px-4 py-3 align-top wrap-anywhere">
                  {row.cell?.(tool) ?? row.text(tool)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
