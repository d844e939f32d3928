import { stem } from "#lib/ranking/stem.ts";

/** Words of everyday office language that stand for each other, in both languages, folded. One group a line. */
const groups = `
leave holiday vacation ferias licenca
feriado holiday
sick ill illness doente doenca
day dia
week semana
month mes
year ano
hour hora
minute minuto
expense claim despesa reimbursement
reembolso reimbursement refund
travel trip journey viagem deslocacao
invoice bill billing fatura faturacao
price cost fee preco custo
tariff plan tarifa tarifario plano
ticket case bilhete chamado ocorrencia
request pedido solicitacao
alarm alert alarme alerta
outage failure down fault falha avaria interrupcao breakdown
network rede
customer client cliente
contract agreement contrato
clause clausula
person people pessoa colleague colega employee staff funcionario colaborador
manager boss gestor chefe lead
team equipa equipe
office escritorio
phone telephone extension telefone extensao ramal
password passphrase senha palavrapasse
security seguranca
policy rule politica regra
approve approval aprovar aprovacao authorise authorize autorizar autorizacao
open abrir aberto
close fechar fechado
salary pay wage salario vencimento ordenado
limit maximum limite maximo ceiling
deadline due prazo
training course formacao curso
laptop computer portatil computador
remote remoto teletrabalho telework
abroad overseas estrangeiro
meal lunch dinner refeicao almoco jantar
rail train comboio
flight plane fly voo aviao
car vehicle carro viatura
receipt recibo comprovativo
document documento
guide handbook manual guia
runbook procedure procedimento
escalate escalation escalar escalonamento
mean meaning significa significado
site sitio
works maintenance manutencao trabalhos obras
planned scheduled planeado agendado
oncall duty piquete prevencao plantao
data dados
speed velocidade
fibre fiber fibra
broadband internet
mobile movel telemovel
cancel cancelar terminate rescindir
complaint reclamacao queixa
onboarding newcomer acolhimento integracao
lab laboratory laboratorio
parental maternity paternity maternidade paternidade parentalidade
notice aviso
report notify comunicar notificar participar
lost stolen perdido perdi roubado furtado
tone style tom estilo
apology apologise sorry desculpa
transfer portability transferencia portabilidade
installation install instalacao instalar
balance saldo
left remaining restam sobram
advance adiantamento
allowance subsidio
equipment equipamento
country pais
form formulario
question pergunta
answer resposta
number numero
priority prioridade
status state estado situacao
critical critico
high alta
low baixa
new novo nova
resolved solved fixed resolvido
pending waiting pendente espera
annual yearly anual
overdue late atrasado vencido
roaming itinerancia
battery bateria
temperature temperatura
clock relogio
signal sinal
visit visita
call ligar chamada
birth nascimento
wedding marriage casamento
death bereavement luto falecimento
gift present presente oferta
supplier vendor fornecedor
purchase buy compra comprar
law legal lei juridico
address morada endereco
assign assignee assigned atribuir atribuido
approve approver
`;

const byStem = new Map<string, Set<string>>();
for (const line of groups.trim().split("\n")) {
  const stems = new Set(line.split(" ").flatMap((word) => [stem(word, "en"), stem(word, "pt")]));
  for (const member of stems) {
    const known = byStem.get(member) ?? new Set<string>();
    for (const other of stems) known.add(other);
    byStem.set(member, known);
  }
}

/** Stems of words that may stand for a word with one of these stems, the stems themselves left out. */
export function relatedStems(stems: readonly string[]): readonly string[] {
  const related = new Set(stems.flatMap((one) => [...(byStem.get(one) ?? [])]));
  for (const one of stems) related.delete(one);
  return [...related];
}
