/** The 24 tools of the demo company. */
import { adviserGuide } from "./adviser-guide.ts";
import { alarmAssistant } from "./alarm-assistant.ts";
import { apiIndex } from "./api-index.ts";
import { clauseLibrary } from "./clause-library.ts";
import { complaintReply } from "./complaint-reply.ts";
import { contractSummary } from "./contract-summary.ts";
import { expenseService } from "./expense-service.ts";
import { handbookAnswers } from "./handbook-answers.ts";
import { jobAdvert } from "./job-advert.ts";
import { labProcedures } from "./lab-procedures.ts";
import { leaveCheck } from "./leave-check.ts";
import { leaveService } from "./leave-service.ts";
import { networkInventory } from "./network-inventory.ts";
import { offerLetter } from "./offer-letter.ts";
import type { PlannedTool } from "./planned-tool.ts";
import { plannedWorks } from "./planned-works.ts";
import { priceList } from "./price-list.ts";
import { runbookFinder } from "./runbook-finder.ts";
import { salaryBands } from "./salary-bands.ts";
import { securityAndDataGuide } from "./security-and-data-guide.ts";
import { shiftHandover } from "./shift-handover.ts";
import { staffDirectory } from "./staff-directory.ts";
import { ticketDesk } from "./ticket-desk.ts";
import { ticketLookup } from "./ticket-lookup.ts";
import { travelGuide } from "./travel-guide.ts";

export const plannedTools: readonly PlannedTool[] = [
  ticketDesk,
  ticketLookup,
  adviserGuide,
  complaintReply,
  networkInventory,
  plannedWorks,
  runbookFinder,
  alarmAssistant,
  shiftHandover,
  labProcedures,
  apiIndex,
  expenseService,
  travelGuide,
  staffDirectory,
  leaveService,
  leaveCheck,
  handbookAnswers,
  salaryBands,
  jobAdvert,
  securityAndDataGuide,
  clauseLibrary,
  contractSummary,
  priceList,
  offerLetter,
];
