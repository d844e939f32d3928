import type { TextLanguage } from "#lib/ranking/language.ts";
import { stem } from "#lib/ranking/stem.ts";

/** Words of everyday office language that stand for each other, folded: English | Portuguese, one group a line. */
const groups = `
leave holiday vacation | ferias licenca
holiday | feriado
sick ill illness | doente doenca
day | dia
week | semana
month | mes
year | ano
hour | hora
minute | minuto
expense claim reimbursement | despesa
reimbursement refund | reembolso
travel trip journey | viagem deslocacao
invoice bill billing | fatura faturacao
price cost fee | preco custo
tariff plan | tarifa tarifario plano
ticket case | bilhete chamado ocorrencia
request | pedido solicitacao
alarm alert | alarme alerta
outage failure down fault breakdown | falha avaria interrupcao
network | rede
customer client | cliente
contract agreement | contrato
clause | clausula
person people colleague employee staff | pessoa colega funcionario colaborador
manager boss lead | gestor chefe
team | equipa equipe
office | escritorio
phone telephone extension | telefone extensao ramal
password passphrase | senha palavrapasse palavraspasse
security | seguranca
policy rule | politica regra
approve approval authorise authorize | aprovar aprovacao autorizar autorizacao
open | abrir aberto
close | fechar fechado
salary pay wage | salario vencimento ordenado
limit maximum ceiling | limite maximo
deadline due | prazo
training course | formacao curso
laptop computer | portatil computador
remote telework | remoto teletrabalho
abroad overseas | estrangeiro
meal lunch dinner | refeicao almoco jantar
rail train | comboio
flight plane fly | voo aviao
car vehicle | carro viatura
receipt | recibo comprovativo
document | documento
guide handbook manual | guia
runbook procedure | procedimento
escalate escalation | escalar escalonamento
mean meaning | significa significado
site | sitio
works maintenance | manutencao trabalhos obras
planned scheduled | planeado agendado
oncall duty | piquete prevencao plantao
data | dados
speed | velocidade
fibre fiber | fibra
broadband internet |
mobile | movel telemovel
cancel terminate | cancelar rescindir
complaint | reclamacao queixa
onboarding newcomer | acolhimento integracao
lab laboratory | laboratorio
parental maternity paternity | maternidade paternidade parentalidade parental
notice | aviso
report notify | comunicar notificar participar
lost stolen | perdido perdi roubado furtado
tone style | tom estilo
apology apologise sorry | desculpa
transfer portability | transferencia portabilidade
installation install | instalacao instalar
balance | saldo
left remaining | restam sobram
advance | adiantamento
allowance | subsidio
equipment | equipamento
country | pais
form | formulario
question | pergunta
answer | resposta
number | numero
priority | prioridade
status state | estado situacao
critical | critico
high | alta
low | baixa
new | novo nova
resolved solved fixed | resolvido
pending waiting | pendente espera
annual yearly | anual
overdue late | atrasado vencido
roaming | itinerancia
battery | bateria
temperature | temperatura
clock | relogio
signal | sinal
visit | visita
call | ligar chamada
birth | nascimento
wedding marriage | casamento
death bereavement | luto falecimento
gift present | presente oferta
supplier vendor | fornecedor
purchase buy | compra comprar
law legal | lei juridico
address | morada endereco
assign assignee assigned | atribuir atribuido
approve approver |
`;

type Member = { readonly language: TextLanguage; readonly stem: string };

const byStem: Record<TextLanguage, Map<string, Member[]>> = { en: new Map(), pt: new Map() };
for (const line of groups.trim().split("\n")) {
  const [english = "", portuguese = ""] = line.split("|");
  const members = [
    ...wordsOf(english).map((word): Member => ({ language: "en", stem: stem(word, "en") })),
    ...wordsOf(portuguese).map((word): Member => ({ language: "pt", stem: stem(word, "pt") })),
  ];
  for (const { language, stem: own } of members) {
    byStem[language].set(own, [...(byStem[language].get(own) ?? []), ...members]);
  }
}

function wordsOf(side: string): string[] {
  return side.split(" ").filter((word) => word !== "");
}

/** Stems of words that may stand for a word, itself left out; its stems are given as `[English, Portuguese]`. */
export function relatedStems(stems: readonly string[]): readonly string[] {
  const [english = "", portuguese = english] = stems;
  const members = [...(byStem.en.get(english) ?? []), ...(byStem.pt.get(portuguese) ?? [])];
  return [...new Set(members.map((member) => member.stem))].filter((one) => !stems.includes(one));
}
