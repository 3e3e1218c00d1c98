import type { attention as spanish } from '../es/attention';
import type { Same } from '../same';

export const attention = {
  line_one: '{{count}} cobrança para conferir',
  line_other: '{{count}} cobranças para conferir',
  open: 'Ver',
  heading: 'Confira esta cobrança',
  title: 'Cobranças para conferir',
  explained:
    'Em cada uma aconteceu algo que o caixa não consegue decidir sozinho. As próximas vendas são cobradas normalmente.',
  none: 'Não há mais nada para conferir.',
  sale: 'Venda {{sale}}',
  stray: 'Operação {{payment}}',
  facts: {
    total: 'Valor da venda',
    came: 'Entrou',
    wentBack: 'Voltou para o cliente',
    remains: 'Ficou na conta',
    payment: 'Operação',
    register: 'Caixa',
    sale: 'Venda',
    reference: 'Referência',
    when: 'Quando',
    approved: 'Aprovado em',
    found: 'Encontrado em',
  },
  takenGoods: 'O cliente levou a compra?',
  verify: {
    name: 'Verificar pagamento',
    explained: 'Pergunta de novo ao Mercado Pago. Sozinho não muda nada.',
  },
  link: {
    name: 'Vincular à venda',
    explained: 'O cliente levou a compra: a venda fica paga e o recibo é impresso.',
    confirm: 'Vincular e imprimir',
    busy: 'Perguntando ao Mercado Pago…',
    done: 'Venda {{sale}} vinculada: ficou paga e o recibo está sendo impresso.',
    notes: ['O cliente levou a compra', 'O cliente mostrou o pagamento aprovado', 'O cliente volta para retirar'],
  },
  refund: {
    name: 'Estornar',
    explained: 'O dinheiro volta para o cliente pelo Mercado Pago, inteiro ou em parte.',
    underWay: 'Há um estorno em andamento.',
  },
  dismiss: {
    name: 'Encerrar com explicação',
    explained: 'Nenhum dinheiro é movimentado e nada é impresso. Fica registrado quem encerrou e por quê.',
    explainedHeld:
      '{{amount}} ficam na conta: não são estornados e nada é impresso. Fica registrado quem encerrou e por quê.',
    confirm: 'Encerrar o caso',
    busy: 'Encerrando…',
    done: 'Caso encerrado: {{what}}.',
  },
  linkStray: {
    name: 'É de uma venda',
    explained: 'Fica registrado de qual venda é este pagamento. Nada é impresso.',
    number: 'Número da venda',
    numberProblem: { what: 'Falta o número da venda.', todo: 'Está no recibo e na lista de Vendas.' },
    confirm: 'Registrar a venda',
    busy: 'Registrando…',
    notes: ['O valor e a hora conferem', 'O cliente mostrou o recibo', 'Estava anotada no papel'],
  },
  seeSale: 'Ver a venda',
  reasons: {
    stillInProcess: {
      what: 'O Mercado Pago ainda não decidiu o pagamento de uma cobrança cancelada. Pode demorar.',
      todo: 'Não entregue a compra. O caixa avisa aqui se for aprovado; se for recusado, fica cancelado sozinho.',
    },
    paidShort: {
      what: 'O cliente pagou menos que o total e o Mercado Pago fechou a ordem.',
      todo: 'Cobre a diferença em outra venda e encerre o caso, ou estorne o que entrou.',
    },
    paidAfterCancel: {
      what: 'Entrou um pagamento depois que a cobrança foi cancelada.',
      todo: 'Se o cliente levou a compra, vincule à venda. Se não, estorne.',
    },
    paidLate: {
      what: 'Entrou um pagamento depois que a cobrança venceu.',
      todo: 'Se o cliente levou a compra, vincule à venda. Se não, estorne.',
    },
    refunded: {
      what: 'O pagamento desta cobrança foi estornado fora do caixa, inteiro ou em parte.',
      todo: 'Não entregue a compra. Confira a operação no Mercado Pago e encerre com uma explicação.',
    },
    otherCurrency: {
      what: 'Chegou um pagamento em outra moeda.',
      todo: 'Não entregue. Confira a operação no Mercado Pago.',
    },
    otherCollector: {
      what: 'Outra conta do Mercado Pago recebeu o pagamento.',
      todo: 'Não entregue. Confira em Configurações se a conta e o caixa são desta loja.',
    },
    notVerified: {
      what: 'Não foi possível saber se esta cobrança foi paga: a conta parou de responder e a cobrança venceu.',
      todo: 'Procure a referência no Mercado Pago antes de entregar. Se a conta voltar, verifique aqui.',
    },
    paidTwice: {
      what: 'O cliente pagou duas vezes: há {{amount}} a mais.',
      todo: 'A venda já está paga. Estorne o que sobra.',
    },
    paidOver: {
      what: 'O cliente pagou {{amount}} a mais.',
      todo: 'A venda já está paga. Estorne o que sobra.',
    },
    reversed: {
      what: 'Desta venda já paga saíram {{amount}} sem que o caixa estornasse.',
      todo: 'Pode ser um estorno feito no Mercado Pago ou uma reclamação do cliente. Confira a operação e encerre com uma explicação.',
    },
  },
  strayReason: {
    what: 'Entrou um pagamento de {{amount}} que este caixa não tem registrado.',
    todo: 'Pode ser de uma venda anterior à recuperação de uma cópia dos dados. Decida o que foi.',
  },
  dismissNotes: {
    unsold: ['Já foi estornado pelo Mercado Pago', 'Foi cobrado de outra forma', 'O cliente retira a compra outro dia'],
    short: ['A diferença foi cobrada à parte', 'Combinado com o cliente', 'Já foi estornado pelo Mercado Pago'],
    surplus: ['O cliente deixou como crédito', 'Já foi devolvido por outro meio', 'É o pagamento de outra venda'],
    gone: ['O gerente fez o estorno', 'O cliente fez uma reclamação', 'Resolvido com o cliente'],
    elsewhere: ['Conferido no Mercado Pago', 'Resolvido com o cliente', 'Foi um teste'],
  },
} as const satisfies Same<typeof spanish>;
