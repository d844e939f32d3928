/** What people of the company think of the tools they use. Who it is follows from who used the tool, unless named. */
export type PlannedRating = {
  readonly stars: 1 | 2 | 3 | 4 | 5;
  readonly daysAgo: number;
  readonly text?: string;
  /** Written by somebody in Porto. */
  readonly isPortuguese?: true;
  readonly by?: string;
  /** Somebody of this team. */
  readonly team?: string;
  /** Somebody who has left since. */
  readonly hasLeft?: true;
  /** What the same person had said before they changed it, and the operation that they had used then. */
  readonly before?: {
    readonly stars: 1 | 2 | 3 | 4 | 5;
    readonly daysAgo: number;
    readonly text: string;
    readonly operation: string;
  };
  readonly reply?: { readonly by: string; readonly daysLater: number; readonly text: string };
};

const stars = (given: 1 | 2 | 3 | 4 | 5, daysAgo: number, team?: string): PlannedRating => ({
  stars: given,
  daysAgo,
  ...(team === undefined ? {} : { team }),
});

const ticketDesk: readonly PlannedRating[] = [
  {
    by: "kofi-asante",
    stars: 5,
    daysAgo: 30,
    text: "Comments are here since 2.3, and I see at once what we last told the customer. The second window is closed.",
    before: {
      stars: 2,
      daysAgo: 59,
      operation: "getTicket",
      text: "Good for finding a ticket. But customers ask what we last told them, and for that I still open a second window.",
    },
    reply: {
      by: "hugo-lancaster",
      daysLater: 1,
      text: "Your first review and your question were the reason for 2.3. Thank you for looking again.",
    },
  },
  {
    stars: 5,
    daysAgo: 27,
    team: "front-line",
    text: "Faster than the old screen, and I no longer mistype ticket numbers.",
  },
  {
    stars: 4,
    daysAgo: 25,
    team: "front-line",
    text: "Very good. A list longer than 100 needs a second request, that is my only wish.",
    reply: {
      by: "eleanor-shipley",
      daysLater: 3,
      text: "Noted. Until then: narrow it down by team or site, most lists fit then.",
    },
  },
  {
    stars: 5,
    daysAgo: 24,
    isPortuguese: true,
    team: "front-line",
    text: "Encontro os bilhetes de um cliente em segundos e já consigo ler os comentários. Poupa-me imenso tempo.",
  },
  stars(4, 23, "front-line"),
  stars(5, 21, "front-line"),
  stars(5, 20, "front-line"),
  stars(5, 15, "front-line"),
  { stars: 5, daysAgo: 4, team: "front-line", text: "I work in it all day now." },
  {
    stars: 4,
    daysAgo: 22,
    team: "billing-support",
    text: "Finds every refund ticket. It cannot make the refund, but it says so.",
  },
  stars(5, 19, "billing-support"),
  {
    stars: 4,
    daysAgo: 16,
    isPortuguese: true,
    team: "billing-support",
    text: "Funciona bem. Gostava de poder filtrar por valor da fatura.",
  },
  stars(3, 12, "billing-support"),
  stars(4, 18, "business-support"),
  {
    stars: 5,
    daysAgo: 11,
    team: "business-support",
    text: "The card before each change shows exactly what is sent. That is why I trust it with business customers.",
  },
  stars(4, 6, "business-support"),
  {
    stars: 2,
    daysAgo: 8,
    team: "operations-centre",
    text: "Was down for 45 minutes in the middle of an incident. Paper tickets again. Otherwise fine.",
    reply: {
      by: "hugo-lancaster",
      daysLater: 1,
      text: "You are right to say so. The cause is in the note of INC-2061 on this page, and the limit that broke has been raised.",
    },
  },
  stars(4, 13, "operations-centre"),
  stars(4, 26, "field-engineering"),
  {
    stars: 3,
    daysAgo: 10,
    team: "field-engineering",
    text: "On a phone the list is long. Ask for your own site.",
  },
  stars(5, 14, "transport-network"),
  stars(4, 17, "digital-platforms"),
  {
    stars: 5,
    daysAgo: 28,
    team: "service-quality",
    text: "We built it, so of course. The numbers by category replaced my spreadsheet.",
  },
  stars(5, 9, "service-quality"),
];

export const plannedRatings: Readonly<Record<string, readonly PlannedRating[]>> = {
  "ticket-desk": ticketDesk,
  "staff-directory": [
    { stars: 5, daysAgo: 60, text: "Names with accents are found without them. Small thing, big relief." },
    stars(4, 52),
    stars(5, 47),
    {
      stars: 4,
      daysAgo: 44,
      isPortuguese: true,
      text: "Muito prático para saber quem é o responsável de cada equipa.",
    },
    stars(4, 38),
    {
      stars: 3,
      daysAgo: 31,
      text: "Extension numbers of two people in my team were out of date.",
      reply: {
        by: "felicity-drake",
        daysLater: 2,
        text: "Thank you, both are corrected. The directory follows the personnel system within a day.",
      },
    },
    stars(5, 26),
    stars(5, 19),
    stars(4, 12),
    stars(4, 5),
  ],
  "handbook-answers": [
    { stars: 5, daysAgo: 63, text: "Quotes the paragraph instead of paraphrasing it, so I can send it on." },
    stars(4, 55),
    {
      stars: 4,
      daysAgo: 46,
      isPortuguese: true,
      text: "Respostas claras e com a fonte. Faltam algumas páginas só para Portugal.",
      reply: {
        by: "alison-redfern",
        daysLater: 4,
        text: "Obrigada. As páginas sobre feriados em Portugal entram na próxima versão do manual.",
      },
    },
    stars(5, 37),
    stars(3, 30),
    {
      stars: 2,
      daysAgo: 22,
      text: "Asked about parking and it found nothing. Then say so in Not for.",
      reply: {
        by: "marisa-cordeiro",
        daysLater: 1,
        text: "Fair. The handbook has no page on parking yet; Facilities is writing one.",
      },
    },
    stars(4, 15),
    stars(5, 8),
  ],
  "price-list": [
    {
      stars: 5,
      daysAgo: 50,
      text: "The roaming price while the customer is still on the line. Exactly what I need.",
    },
    stars(5, 43),
    {
      stars: 4,
      daysAgo: 39,
      isPortuguese: true,
      text: "Os preços estão sempre certos. O orçamento podia guardar o nome do cliente.",
    },
    stars(4, 33),
    { stars: 4, daysAgo: 24, text: "Comparing two tariffs side by side sells. Please add the yearly price." },
    stars(3, 18),
    stars(5, 11),
    stars(4, 4),
  ],
  "network-inventory": [
    {
      stars: 5,
      daysAgo: 58,
      text: "Alarm, element and who is on call in one place. My first stop of every shift.",
    },
    stars(4, 49),
    stars(5, 41),
    {
      stars: 4,
      daysAgo: 33,
      isPortuguese: true,
      text: "Rápido e fiável. Às vezes demora quando há muitos alarmes ao mesmo tempo.",
    },
    stars(4, 27),
    {
      stars: 5,
      daysAgo: 20,
      team: "operations-centre",
      text: "Acknowledging from chat with the card in between is safer than the console.",
    },
    stars(3, 13),
    stars(5, 6),
  ],
  "runbook-finder": [
    {
      stars: 5,
      daysAgo: 57,
      text: "Found the right step at three in the morning. It shows where the sentence stands, so I dared to follow it.",
    },
    stars(4, 45),
    {
      stars: 3,
      daysAgo: 34,
      text: "Good on power and fibre, thin on timing alarms.",
      reply: {
        by: "samira-haddad",
        daysLater: 5,
        text: "Two runbooks on timing are in review with Radio. They come with the next version.",
      },
    },
    stars(5, 25),
    {
      stars: 4,
      daysAgo: 16,
      isPortuguese: true,
      text: "Excelente no terreno. Só gostava de ter as imagens dos armários.",
    },
    stars(5, 7),
  ],
  "adviser-guide": [
    stars(4, 61),
    {
      stars: 3,
      daysAgo: 53,
      text: "Two documents gave two prices for the zone B pass. Which one do I tell the customer?",
      reply: {
        by: "constanca-veiga",
        daysLater: 2,
        text: "The newer one, verified this month. The old card is now marked as superseded.",
      },
    },
    stars(5, 42),
    { stars: 4, daysAgo: 35, isPortuguese: true, text: "Ajuda muito com o tom das respostas." },
    stars(4, 28),
    { stars: 5, daysAgo: 17, team: "consumer-sales", text: "New colleagues learn our tariffs with it." },
    stars(4, 9),
  ],
  "leave-service": [
    { stars: 5, daysAgo: 48, text: "Asked for two days from chat, my manager said yes ten minutes later." },
    stars(4, 40),
    stars(5, 32),
    { stars: 4, daysAgo: 26, isPortuguese: true, text: "Marcar férias deixou de ser um formulário." },
    stars(3, 18),
    stars(4, 10),
    stars(5, 3),
  ],
  "expense-service": [
    { stars: 4, daysAgo: 56, text: "Finds who has to approve before I ask the wrong person." },
    { stars: 4, daysAgo: 36, hasLeft: true, text: "Deciding on claims takes me half as long." },
    {
      stars: 3,
      daysAgo: 33,
      text: "Receipts still have to be added elsewhere.",
      reply: {
        by: "nelson-abreu",
        daysLater: 1,
        text: "True, the portal does not take photographs yet. The answer now links to the right page.",
      },
    },
    stars(4, 23),
    {
      stars: 2,
      daysAgo: 14,
      isPortuguese: true,
      text: "Os limites aparecem em libras mesmo para quem está no Porto.",
    },
    stars(4, 6),
  ],
  "travel-guide": [
    stars(4, 54),
    { stars: 5, daysAgo: 29, text: "Settled the discussion about the train to Braga in one sentence." },
    stars(4, 13),
  ],
  "security-and-data-guide": [
    { stars: 5, daysAgo: 51, text: "I ask it before I paste anything anywhere." },
    stars(4, 21),
    stars(4, 10),
  ],
  "planned-works": [
    { stars: 3, daysAgo: 62, text: "Useful, but some entries are months old." },
    { stars: 2, daysAgo: 20, text: "Nobody answers questions here any more." },
  ],
  "alarm-assistant": [
    { stars: 5, daysAgo: 66, text: "From the code to a drafted ticket in one go. I check it and send it." },
    stars(4, 50),
    {
      stars: 2,
      daysAgo: 8,
      text: "Without tickets it did not answer at all, although I only wanted the runbook.",
      reply: {
        by: "tiago-moreira",
        daysLater: 3,
        text: "That was the outage. Since 1.4.0 it goes on without tickets and says what is missing.",
      },
    },
    {
      stars: 4,
      daysAgo: 4,
      isPortuguese: true,
      text: "Desde a 1.4 já não fica à espera dos bilhetes. Muito melhor.",
    },
    stars(5, 2),
  ],
  "leave-check": [
    { stars: 5, daysAgo: 9, text: "Balance and rule in one answer." },
    stars(5, 6),
    { stars: 4, daysAgo: 3, isPortuguese: true, text: "Simples e certo." },
  ],
  "clause-library": [
    {
      stars: 4,
      daysAgo: 44,
      text: "The clause word for word with its number. Saves a call to Legal.",
      team: "business-sales",
    },
    stars(5, 15, "contracts"),
  ],
  "lab-procedures": [{ stars: 4, daysAgo: 37, text: "Good enough that the binder stays on the shelf." }],
  "ticket-lookup": [{ stars: 3, daysAgo: 70, text: "Does what it says, and only that." }],
};
