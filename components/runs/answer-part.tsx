import { AnswerChart } from "#components/runs/answer-chart.tsx";
import { AnswerFields } from "#components/runs/answer-fields.tsx";
import { AnswerPassage } from "#components/runs/answer-passage.tsx";
import { AnswerTable } from "#components/runs/answer-table.tsx";
import { ToolSuggestions } from "#components/runs/tool-suggestions.tsx";
import { Markdown } from "#components/ui/markdown.tsx";
import type { AssistantPart } from "#lib/runs/schema.ts";

type AnswerPartViewProps = {
  readonly answer: Extract<AssistantPart, { type: "answer" }>;
  readonly onUseTool: ((toolSlug: string) => void) | undefined;
};

/** One part of a quoted or computed answer. */
export function AnswerPartView({ answer, onUseTool }: AnswerPartViewProps) {
  const { part, href, verifiedBy } = answer;
  switch (part.type) {
    case "text":
      return <Markdown>{part.text}</Markdown>;
    case "passage":
      return <AnswerPassage part={part} href={href} verifiedBy={verifiedBy} />;
    case "table":
      return <AnswerTable part={part} />;
    case "fields":
      return <AnswerFields part={part} />;
    case "chart":
      return <AnswerChart part={part} />;
    case "tool-suggestion":
      return <ToolSuggestions tools={part.tools} onUse={onUseTool} />;
    // A citation's number belongs to its passage; a form is a part of the run of its own.
    case "citation":
    case "ask-form":
      return null;
  }
}
