import { describe, expect, test } from "vitest";
import { figuresOf, saysOtherwise } from "#lib/knowledge/figures.ts";
import { PassageIndex } from "#lib/knowledge/passage-index.ts";
import { choosePassages } from "#lib/knowledge/passages.ts";
import { splitDocument } from "#lib/knowledge/split.ts";

const documents = {
  roaming: `# Roaming

## Day passes

A pass starts with the first use. A day pass for zone B costs £6.00 and includes 2 GB. It lasts 24 hours.

## Ships

Networks on ships and planes belong to no zone and are blocked for every customer.`,
  card: `# Roaming quick card

A day pass for zone B costs £4.50 and includes 1 GB. Switzerland is in zone B.`,
  los: `# LOS-4417: Loss of signal

## Symptom

LOS-4417 means that the receiver gets no light at all. The severity is critical.

## Closing

Close the ticket when light has been back for 30 minutes.`,
  opt: `# OPT-4431: Optical power low

LOS-4417 often follows within days when the power goes on falling.`,
  ferias: `# Férias

Pode transferir até 5 dias de férias para o ano seguinte. Têm de ser gozados até 31 de março.`,
};

function index() {
  const passages = new PassageIndex();
  for (const [documentId, markdown] of Object.entries(documents)) {
    const split = splitDocument(markdown);
    passages.put({ documentId, title: split.title }, split);
  }
  return passages;
}

function ask(question: string, only?: readonly string[]) {
  const search = index().search(question, only ? { documents: new Set(only) } : {});
  const choice = choosePassages(search, { question });
  const [first] = choice.passages;
  const best = first?.best ? first.passage.text.slice(first.best.start, first.best.end) : null;
  return { choice, first, best };
}

describe("choosePassages", () => {
  test("the sentence that answers is marked, with the heading above it", () => {
    const { best, first } = ask("how many hours does a pass last", ["roaming"]);
    expect(best).toBe("It lasts 24 hours.");
    expect(first?.headingPath).toEqual(["Roaming", "Day passes"]);
  });

  test("two sources that give other figures stand side by side", () => {
    const { choice } = ask("how much is a day pass for zone B");
    expect(choice.agreement).toBe("differ");
    expect(
      choice.passages
        .slice(0, 2)
        .map(({ document }) => document.documentId)
        .sort(),
    ).toEqual(["card", "roaming"]);
  });

  test("the document that a code names goes before those that mention it", () => {
    const { first, best } = ask("what does LOS-4417 mean?");
    expect(first?.document.documentId).toBe("los");
    expect(best).toBe("LOS-4417 means that the receiver gets no light at all.");
  });

  test("slips of the pen and missing accents are read", () => {
    expect(ask("quantos dias de ferias posso transferir").first?.document.documentId).toBe("ferias");
    expect(ask("day pass for swizterland").first?.document.documentId).toBe("card");
  });

  test("abstains below the stated score, and on nothing", () => {
    for (const question of ["who won the cup final in Lisbon", "recipe for onion soup", "", "?!"]) {
      const { choice } = ask(question);
      expect(choice, question).toMatchObject({ abstained: true, passages: [] });
    }
  });

  test("only documents that are allowed are read, and removed ones are gone", () => {
    expect(
      ask("zone B day pass", ["card"]).choice.passages.map(({ document }) => document.documentId),
    ).toEqual(["card"]);
    const passages = index();
    passages.remove("card");
    expect(passages.search("switzerland").hits).toEqual([]);
  });

  test("a repetition is dropped", () => {
    const passages = index();
    const split = splitDocument(documents.los);
    passages.put({ documentId: "copy", title: split.title }, split);
    const question = "what does LOS-4417 mean?";
    const { passages: chosen } = choosePassages(passages.search(question), { question });
    expect(chosen.filter(({ passage }) => passage.text.includes("no light at all"))).toHaveLength(1);
  });
});

test.each([
  ["costs £6.00", "costs £4.50", true],
  ["costs 6 GBP", "costs £6.00", false],
  ["25 days a year", "22 days", true],
  ["25 days a year", "25 days and 8 holidays", false],
  ["LOS-4417 on port 3", "OPT-4431 on port 3", false],
  ["£6.00 (€7.00)", "€7.00", false],
  ["1,000 Mbit/s", "1000 Mbit/s", false],
  ["nothing here", "25 days", false],
])("figures: %s against %s", (left, right, differs) => {
  expect(saysOtherwise(figuresOf(left), figuresOf(right))).toBe(differs);
});
