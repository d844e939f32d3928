/** Letters of other scripts that most typefaces draw like a Latin one: the Latin one, and what it is. */
const letters: Readonly<Record<string, readonly [looksLike: string, name: string]>> = {
  а: ["a", "Cyrillic small a"],
  в: ["b", "Cyrillic small ve"],
  е: ["e", "Cyrillic small ie"],
  ѕ: ["s", "Cyrillic small dze"],
  і: ["i", "Cyrillic small i"],
  ї: ["ï", "Cyrillic small yi"],
  ј: ["j", "Cyrillic small je"],
  к: ["k", "Cyrillic small ka"],
  м: ["m", "Cyrillic small em"],
  н: ["h", "Cyrillic small en"],
  о: ["o", "Cyrillic small o"],
  р: ["p", "Cyrillic small er"],
  с: ["c", "Cyrillic small es"],
  т: ["t", "Cyrillic small te"],
  у: ["y", "Cyrillic small u"],
  х: ["x", "Cyrillic small ha"],
  һ: ["h", "Cyrillic small shha"],
  ӏ: ["l", "Cyrillic small palochka"],
  ԁ: ["d", "Cyrillic small komi de"],
  ԛ: ["q", "Cyrillic small qa"],
  ԝ: ["w", "Cyrillic small we"],
  ѵ: ["v", "Cyrillic small izhitsa"],
  г: ["r", "Cyrillic small ghe"],
  ь: ["b", "Cyrillic small soft sign"],
  А: ["A", "Cyrillic capital a"],
  В: ["B", "Cyrillic capital ve"],
  Е: ["E", "Cyrillic capital ie"],
  Ѕ: ["S", "Cyrillic capital dze"],
  І: ["I", "Cyrillic capital i"],
  Ј: ["J", "Cyrillic capital je"],
  К: ["K", "Cyrillic capital ka"],
  М: ["M", "Cyrillic capital em"],
  Н: ["H", "Cyrillic capital en"],
  О: ["O", "Cyrillic capital o"],
  Р: ["P", "Cyrillic capital er"],
  С: ["C", "Cyrillic capital es"],
  Т: ["T", "Cyrillic capital te"],
  У: ["Y", "Cyrillic capital u"],
  Х: ["X", "Cyrillic capital ha"],
  Ԍ: ["G", "Cyrillic capital komi sje"],
  Ӏ: ["I", "Cyrillic capital palochka"],
  Ԛ: ["Q", "Cyrillic capital qa"],
  Ԝ: ["W", "Cyrillic capital we"],
  α: ["a", "Greek small alpha"],
  γ: ["y", "Greek small gamma"],
  ε: ["e", "Greek small epsilon"],
  η: ["n", "Greek small eta"],
  ι: ["i", "Greek small iota"],
  κ: ["k", "Greek small kappa"],
  ν: ["v", "Greek small nu"],
  ο: ["o", "Greek small omicron"],
  ρ: ["p", "Greek small rho"],
  τ: ["t", "Greek small tau"],
  υ: ["u", "Greek small upsilon"],
  χ: ["x", "Greek small chi"],
  ω: ["w", "Greek small omega"],
  ϲ: ["c", "Greek lunate sigma"],
  ϳ: ["j", "Greek small yot"],
  Α: ["A", "Greek capital alpha"],
  Β: ["B", "Greek capital beta"],
  Ε: ["E", "Greek capital epsilon"],
  Ζ: ["Z", "Greek capital zeta"],
  Η: ["H", "Greek capital eta"],
  Ι: ["I", "Greek capital iota"],
  Κ: ["K", "Greek capital kappa"],
  Μ: ["M", "Greek capital mu"],
  Ν: ["N", "Greek capital nu"],
  Ο: ["O", "Greek capital omicron"],
  Ρ: ["P", "Greek capital rho"],
  Τ: ["T", "Greek capital tau"],
  Υ: ["Y", "Greek capital upsilon"],
  Χ: ["X", "Greek capital chi"],
  ա: ["w", "Armenian small ayb"],
  զ: ["q", "Armenian small za"],
  հ: ["h", "Armenian small ho"],
  յ: ["j", "Armenian small yi"],
  ո: ["n", "Armenian small vo"],
  ս: ["u", "Armenian small seh"],
  օ: ["o", "Armenian small oh"],
  Օ: ["O", "Armenian capital oh"],
  Ս: ["U", "Armenian capital seh"],
  Ꭺ: ["A", "Cherokee letter go"],
  Ꭼ: ["E", "Cherokee letter gv"],
  Ꮋ: ["H", "Cherokee letter mi"],
  Ꮤ: ["W", "Cherokee letter ta"],
  Ꮯ: ["C", "Cherokee letter tli"],
};

/** Marks that are drawn like one of ASCII, and Latin letters that are drawn like a plainer one: never meant in a definition. */
const marks: Readonly<Record<string, readonly [looksLike: string, name: string]>> = {
  "\u00a0": [" ", "no-break space"],
  "\u2000": [" ", "en quad"],
  "\u2001": [" ", "em quad"],
  "\u2002": [" ", "en space"],
  "\u2003": [" ", "em space"],
  "\u2004": [" ", "three-per-em space"],
  "\u2005": [" ", "four-per-em space"],
  "\u2006": [" ", "six-per-em space"],
  "\u2007": [" ", "figure space"],
  "\u2008": [" ", "punctuation space"],
  "\u2009": [" ", "thin space"],
  "\u200a": [" ", "hair space"],
  "\u202f": [" ", "narrow no-break space"],
  "\u205f": [" ", "mathematical space"],
  "\u3000": [" ", "ideographic space"],
  "\u01c3": ["!", "letter retroflex click"],
  "\u02d0": [":", "modifier letter triangular colon"],
  "\u037e": [";", "Greek question mark"],
  "\u0589": [":", "Armenian full stop"],
  "\u05c3": [":", "Hebrew sof pasuq"],
  "\u2010": ["-", "hyphen"],
  "\u2011": ["-", "no-break hyphen"],
  "\u2024": [".", "one dot leader"],
  "\u2044": ["/", "fraction slash"],
  "\u2215": ["/", "division slash"],
  "\u2216": ["\\", "set minus"],
  "\u2217": ["*", "asterisk operator"],
  "\u2223": ["|", "divides"],
  "\u2236": [":", "ratio"],
  "\u2571": ["/", "box drawing diagonal"],
  "\u29f8": ["/", "big solidus"],
  "\ua789": [":", "modifier letter colon"],
  "\u0251": ["a", "Latin small alpha"],
  "\u0261": ["g", "Latin small script g"],
  "\u0269": ["i", "Latin small iota"],
  "\u028b": ["v", "Latin small v with hook"],
  "\u1d04": ["c", "Latin small capital c"],
  "\u1d0f": ["o", "Latin small capital o"],
  "\u1d20": ["v", "Latin small capital v"],
};

export type Lookalike = { readonly looksLike: string; readonly name: string };

/** Full-width, mathematical and other drawn variants of ASCII, which compatibility normalisation makes plain. */
function variantOf(character: string): Lookalike | undefined {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x2000) return undefined;
  const plain = character.normalize("NFKC");
  if (!/^[!-~]$/.test(plain)) return undefined;
  const style =
    code >= 0xff00 && code <= 0xff5e
      ? "full-width"
      : code >= 0x1d400 && code <= 0x1d7ff
        ? "mathematical"
        : "drawn variant of";
  return { looksLike: plain, name: `${style} ${plain}` };
}

/** What a character is taken for wherever it stands; undefined for one that is what it seems. */
export function lookalikeMark(character: string): Lookalike | undefined {
  const known = Object.hasOwn(marks, character) ? marks[character] : undefined;
  return known ? { looksLike: known[0], name: known[1] } : variantOf(character);
}

/** What a letter of another script is taken for among Latin ones. */
export function lookalikeLetter(character: string): Lookalike | undefined {
  const known = Object.hasOwn(letters, character) ? letters[character] : undefined;
  return known && { looksLike: known[0], name: known[1] };
}
