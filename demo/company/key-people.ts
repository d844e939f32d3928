/**
 * People with a part of their own in the company: leads, owners and deputies of tools,
 * engineers on call, and those of the stories in the trail.
 */
import type { OfficeSlug } from "./organisation.ts";

export type KeyPerson = {
  readonly name: string;
  readonly team: string;
  readonly jobTitle: string;
  readonly office: OfficeSlug;
  readonly joinedDaysAgo: number;
  readonly leftDaysAgo?: number;
};

type Row = readonly [
  name: string,
  jobTitle: string,
  office: OfficeSlug,
  joinedDaysAgo: number,
  leftDaysAgo?: number,
];

const rowsByTeam: Readonly<Record<string, readonly Row[]>> = {
  "front-line": [
    ["Owen Birch", "Front Line Manager", "bristol", 2210],
    ["Amelia Hart", "Customer Adviser", "bristol", 610],
    ["Mafalda Couto", "Senior Customer Adviser", "porto", 1320],
    ["Jack Prosser", "Shift Coordinator", "bristol", 980],
  ],
  "billing-support": [
    ["Leonor Brandão", "Billing Support Manager", "porto", 1890],
    ["Stuart Kemble", "Product Owner, Billing Tools", "bristol", 1440],
    ["Bianca Rolim", "Refunds Specialist", "porto", 760],
  ],
  "business-support": [
    ["Naomi Fairweather", "Business Support Manager", "bristol", 2050],
    ["Kofi Asante", "Service Manager", "bristol", 870],
    ["Daniela Pinhal", "Business Support Engineer", "porto", 540],
  ],
  "service-quality": [
    ["Ruth Calloway", "Head of Customer Service", "bristol", 3150],
    ["Hugo Lancaster", "Service Quality Manager", "bristol", 1670],
    ["Constança Veiga", "Knowledge Editor", "porto", 1120],
    ["Eleanor Shipley", "Complaints Specialist", "bristol", 920],
  ],
  "operations-centre": [
    ["Patrícia Nogueira", "Operations Centre Manager", "porto", 2470],
    ["Tiago Moreira", "Product Owner, Network Tools", "porto", 1530],
    ["Samira Haddad", "Incident Manager", "bristol", 1210],
    ["Callum Ridley", "Shift Lead", "bristol", 1980],
    ["Raul Quintela", "Network Operations Engineer", "porto", 690],
  ],
  "field-engineering": [
    ["Gareth Hollis", "Field Engineering Manager", "bristol", 2860],
    ["Bronwen Pugh", "Senior Field Engineer", "bristol", 1740],
    ["Marcus Elwood", "Senior Field Engineer", "bristol", 1390],
    ["Joana Vilhena", "Senior Field Engineer", "porto", 1260],
    ["Armando Sequeira", "Power Technician", "porto", 2330],
    ["Dev Malhotra", "Fibre Technician", "bristol", 830],
    ["Fernanda Castanho", "Fibre Technician", "porto", 940],
    ["Rhys Tolland", "Power Technician", "bristol", 1150],
  ],
  "transport-network": [
    ["Henrique Valadares", "Head of Network Operations", "porto", 3420],
    ["Duarte Seixas", "Transport Network Manager", "porto", 2140],
    ["Hannah Greaves", "Transport Engineer", "bristol", 1010],
    ["Nuno Barbosa", "Product Owner, Planned Works", "porto", 1630, 41],
    ["Ivy Cranmer", "Planned Works Coordinator", "bristol", 580],
    ["Leandro Pestana", "IP Engineer", "porto", 1480],
  ],
  "radio-network": [
    ["Isobel Marsh", "Radio Network Manager", "bristol", 1930],
    ["Tomé Falcão", "Radio Engineer", "porto", 720],
    ["Grace Ollerton", "Coverage Planner", "bristol", 1180],
  ],
  lab: [
    ["Vasco Figueira", "Lab Manager", "porto", 2290],
    ["Miriam Stokes", "Head of R&D", "bristol", 2980],
    ["Ottilie Brandt", "Research Engineer", "bristol", 650],
    ["Celso Ventura", "Test Engineer", "porto", 1340],
  ],
  "digital-platforms": [
    ["Simon Thackeray", "Digital Platforms Manager", "bristol", 2110],
    ["Daniel Okafor", "Portal Administrator", "bristol", 1460],
    ["Sofia Meireles", "Platform Engineer", "porto", 1030],
    ["Ewan Drysdale", "Software Engineer", "bristol", 790],
  ],
  "data-and-models": [
    ["Beatriz Lacerda", "Data and Models Manager", "porto", 1560],
    ["Yusuf Demir", "Machine Learning Engineer", "bristol", 480],
    ["Carolina Estrela", "Data Scientist", "porto", 890],
  ],
  "financial-control": [
    ["Graham Pemberton", "Finance Director", "bristol", 3560],
    ["Judith Emmerson", "Financial Controller", "bristol", 2400],
    ["Gemma Pratt", "Accounts Payable Clerk", "bristol", 1270, 23],
    ["Otávio Lameira", "Accountant", "porto", 1060],
  ],
  "expenses-and-travel": [
    ["Filipa Serrano", "Expenses and Travel Manager", "porto", 1820],
    ["Hazel Winterton", "Travel Coordinator", "bristol", 970],
    ["Nelson Abreu", "Expenses Officer", "porto", 630],
  ],
  pricing: [
    ["Edmund Whitlock", "Pricing Manager", "bristol", 2260],
    ["Inara Bexley", "Tariff Manager", "bristol", 1090],
    ["Rogério Antas", "Pricing Analyst", "porto", 850],
  ],
  "people-partners": [
    ["Helena Fonseca", "People Director", "porto", 2730],
    ["Alison Redfern", "People Partners Manager", "bristol", 1990],
    ["Marisa Cordeiro", "People Partner", "porto", 1170],
    ["Felicity Drake", "People Adviser", "bristol", 560],
  ],
  "pay-and-benefits": [
    ["Margarida Teles", "Pay and Benefits Manager", "porto", 2180],
    ["Nigel Hathersage", "Payroll Specialist", "bristol", 1650],
    ["Lara Bettencourt", "Benefits Analyst", "porto", 740],
  ],
  learning: [
    ["Toby Winslow", "Learning Manager", "bristol", 1510],
    ["Susete Marinho", "Learning Designer", "porto", 910],
    ["Priscilla Nkemelu", "Trainer", "bristol", 470],
  ],
  contracts: [
    ["Catherine Aldous", "General Counsel", "bristol", 2890],
    ["Adrian Mercer", "Contracts Manager", "bristol", 1760],
    ["Benedita Lobo", "Contract Lawyer", "porto", 1040],
    ["Josephine Rook", "Paralegal", "bristol", 520],
  ],
  "privacy-and-security": [
    ["Teresa Bicudo", "Security Officer", "porto", 2030],
    ["Winston Agard", "Privacy Counsel", "bristol", 1410],
    ["Estela Palma", "Security Analyst", "porto", 680],
  ],
  "company-office": [
    ["Margaret Lockyer", "Managing Director", "bristol", 3890],
    ["Philip Garland", "Company Secretary", "bristol", 2520],
    ["Inês Carvalho", "Internal Auditor", "porto", 1350],
    ["Dorothy Penhale", "Executive Assistant", "bristol", 1880],
  ],
  "consumer-sales": [
    ["Rui Sampaio", "Sales Director", "porto", 2640],
    ["Chloe Harcourt", "Consumer Sales Manager", "bristol", 1720],
    ["Oliver Finch", "Sales Adviser", "bristol", 320],
    ["Telma Ornelas", "Campaign Manager", "porto", 1130],
  ],
  "business-sales": [
    ["Gonçalo Pires", "Business Sales Manager", "porto", 1860],
    ["Marcus Thorne", "Account Manager", "bristol", 770],
    ["Verity Lomax", "Bid Writer", "bristol", 1080],
    ["Amadeu Prata", "Solution Consultant", "porto", 960],
  ],
};

export const keyPeople: readonly KeyPerson[] = Object.entries(rowsByTeam).flatMap(([team, rows]) =>
  rows.map(([name, jobTitle, office, joinedDaysAgo, leftDaysAgo]) => ({
    name,
    team,
    jobTitle,
    office,
    joinedDaysAgo,
    ...(leftDaysAgo === undefined ? {} : { leftDaysAgo }),
  })),
);
