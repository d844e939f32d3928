/** Irregular English forms that stand for their verb and for nothing else; `left` and `found` mean too much besides. */
const forms = `
take took taken|tell told|pay paid|send sent|lose lost|give gave given|know knew known|make made|do did done|go went gone
come came|buy bought|bring brought|keep kept|meet met|say said|see saw seen|sell sold|spend spent|stand stood|teach taught
think thought|write wrote written|break broke broken|steal stole stolen|speak spoke spoken|choose chose chosen|begin began begun
get got gotten|hold held|feel felt|fall fell fallen|drive drove driven|eat ate eaten|fly flew flown|forget forgot forgotten
grow grew grown|hear heard|hide hid hidden|lead led|mean meant|ring rang rung|run ran|rise rose risen|shake shook shaken
show shown|shut|sleep slept|swear swore sworn|throw threw thrown|wake woke woken|wear wore worn|win won|withdraw withdrew withdrawn
`;

const byForm = new Map(
  forms
    .trim()
    .split(/[|\n]/u)
    .flatMap((line) => {
      const [verb = "", ...others] = line.split(" ");
      return others.map((form) => [form, verb] as const);
    }),
);

/** The verb of an irregular form, else the word itself. */
export function baseForm(foldedWord: string): string {
  return byForm.get(foldedWord) ?? foldedWord;
}
