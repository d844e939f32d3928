import { expect, test } from "vitest";
import {
  approvalLimits,
  contractTerms,
  dataClasses,
  expenseRules,
  leaveRules,
  perDiems,
  remoteWorkRules,
  securityRules,
  travelAdvanceForm,
} from "#demo/company/facts.ts";
import { company, domains, people, personById } from "#demo/company/organisation.ts";
import { bodyOf } from "./read-documents.ts";

const number = (value: number) => value.toLocaleString("en-GB");
const { annualDays, publicHolidays, parentalWeeksFullPay, partnerWeeksFullPay, selfCertifiedSickDays } =
  leaveRules;

/** Path, and sentences or rows that the facts make true. */
const stated: readonly (readonly [path: string, statements: readonly string[]])[] = [
  [
    "leave-and-remote-work/annual-leave.md",
    [
      `Everybody has ${annualDays.bristol} working days of annual leave a year`,
      `${publicHolidays.bristol} in Bristol and ${publicHolidays.porto} in Porto`,
      `You may carry over ${leaveRules.carryOverDays} days into the next year. They must be taken by ${leaveRules.carryOverUntil}`,
      `at least ${leaveRules.requestAheadDays} days ahead`,
      `Your team lead answers within ${leaveRules.answerWithinWorkingDays} working days`,
      `More than ${leaveRules.longestWithoutDirectorDays} working days in a row need the agreement of the People Director`,
      `| 5 to 9 | ${annualDays.bristol + 2} |`,
      `| 10 or more | ${annualDays.bristol + 4} |`,
    ],
  ],
  [
    "leave-and-remote-work/other-leave.md",
    [
      `In Bristol you certify yourself for up to ${selfCertifiedSickDays.bristol} days`,
      `In Porto you certify yourself for up to ${selfCertifiedSickDays.porto} days`,
      `| Parental | ${parentalWeeksFullPay.bristol} weeks | ${parentalWeeksFullPay.porto} weeks | Full pay |`,
      `| Partner | ${partnerWeeksFullPay.bristol} weeks | ${partnerWeeksFullPay.porto} weeks | Full pay |`,
      `You have ${leaveRules.bereavementDays} paid days when someone close to you dies`,
      `You have ${leaveRules.carerDays} paid days a year to look after`,
      `You have ${leaveRules.studyDays} paid days a year for exams`,
      `| Volunteer | ${leaveRules.volunteerDays} days a year |`,
      `| Moving house | ${leaveRules.movingHouseDays} day |`,
      `you may take a sabbatical of up to ${leaveRules.sabbaticalWeeks} weeks`,
    ],
  ],
  [
    "handbook/ausencias-e-ferias.md",
    [
      `${annualDays.porto} dias úteis de férias por ano, a que se juntam ${publicHolidays.porto} feriados`,
      `até ${leaveRules.carryOverDays} dias para o ano seguinte. Têm de ser gozados até 31 de março`,
      `Até ${selfCertifiedSickDays.porto} dias seguidos basta a autodeclaração de doença`,
      `| Licença parental inicial | ${parentalWeeksFullPay.porto} semanas`,
      `| Licença do outro progenitor | ${partnerWeeksFullPay.porto} semanas`,
      `Mais de ${leaveRules.longestWithoutDirectorDays} dias úteis seguidos`,
    ],
  ],
  [
    "leave-and-remote-work/remote-work.md",
    [
      `You may work from home up to ${remoteWorkRules.daysPerWeek} days a week`,
      `Core hours are ${remoteWorkRules.coreHours}`,
      `up to ${remoteWorkRules.abroadDaysPerYear} working days a year, with no stretch longer than ${remoteWorkRules.abroadLongestStretchDays} working days`,
      `Ask ${remoteWorkRules.abroadNoticeDays} days ahead`,
      `£${remoteWorkRules.equipmentAllowanceGbp} in Bristol and €${remoteWorkRules.equipmentAllowanceEur} in Porto every ${remoteWorkRules.equipmentEveryYears} years`,
    ],
  ],
  [
    "travel-and-expenses/travel-policy.md",
    [
      `Book at least ${expenseRules.bookAheadDays} days ahead`,
      ...perDiems.map(({ name, currency, perDay, hotelPerNight }) => {
        const sign = currency === "GBP" ? "£" : "€";
        return `| ${name} | ${sign}${perDay} | ${sign}${hotelPerNight} |`;
      }),
      `form ${travelAdvanceForm.currentId}, *${travelAdvanceForm.currentName}*`,
      "approved like a claim, and paid within 5 working days",
    ],
  ],
  [
    "travel-and-expenses/politica-de-viagens.md",
    [
      `pelo menos ${expenseRules.bookAheadDays} dias de antecedência`,
      ...perDiems.map(({ currency, perDay, hotelPerNight }) => {
        const sign = currency === "GBP" ? "£" : "€";
        return `| ${perDay} ${sign} | ${hotelPerNight} ${sign} |`;
      }),
      `formulário ${travelAdvanceForm.currentId}`,
    ],
  ],
  [
    "travel-and-expenses/expense-claims.md",
    [
      `from £${expenseRules.receiptFromGbp} in Bristol and from €${expenseRules.receiptFromEur} in Porto`,
      `within ${expenseRules.claimWithinDays} days of the expense`,
      `Approved claims are paid within ${expenseRules.paidWithinWorkingDays} working days`,
      ...approvalLimits.map(
        ({ name, limitGbp, limitEur }) => `| ${name} | £${number(limitGbp)} | €${number(limitEur)} |`,
      ),
    ],
  ],
  [
    "security-policy/security-policy.md",
    [
      `A password has at least ${securityRules.passwordLength} characters`,
      `The screen locks by itself after ${securityRules.screenLockMinutes} minutes`,
      `within ${securityRules.laptopPatchDays} days of their release`,
      `reviewed every ${securityRules.accessReviewMonths} months`,
      "The VPN is required on every network outside the two offices",
      "Exceptions last 30 days and are approved by the Security Officer",
    ],
  ],
  [
    "security-policy/reporting-an-incident.md",
    [
      `within ${securityRules.reportWithinMinutes} minutes of noticing it`,
      "extension 4444 or security@northmere.example",
    ],
  ],
  [
    "contract-clauses/customer-clauses.md",
    [
      `available for ${contractTerms.availabilityPercent} percent`,
      `Bills are due ${contractTerms.paymentDays} days after receipt`,
      `with ${contractTerms.noticeDaysBusiness} days' notice`,
      `households have ${contractTerms.noticeDaysHousehold} days`,
      `with ${contractTerms.priceChangeNoticeDays} days' notice in writing`,
      contractTerms.liabilityCap,
      `Business Fibre 500 within ${contractTerms.repairHoursBusinessFibre["BFI-500"]} hours`,
      `Business Fibre 1000 within ${contractTerms.repairHoursBusinessFibre["BFI-1000"]} hours`,
    ],
  ],
  [
    "data-class-guide/data-classes.md",
    dataClasses.map(({ name, keepYears }) =>
      keepYears === null ? `| ${name} | Anybody |` : `| ${keepYears} years |`,
    ),
  ],
  [
    "handbook/about-northmere.md",
    domains.map(({ name, slug, leadId }) => {
      const size = people.filter(({ domain }) => domain === slug).length;
      return `| ${name} | ${personById(leadId).name} | ${size} |`;
    }),
  ],
];

test.each(stated)("%s states the rules", (path, statements) => {
  const body = bodyOf(path);
  for (const statement of statements) expect(body).toContain(statement);
});

test("the handbook counts the people of the company", () => {
  expect(people).toHaveLength(company.peopleCount);
  expect(bodyOf("handbook/about-northmere.md")).toContain(`${company.peopleCount} people work here`);
});
