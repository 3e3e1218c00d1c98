import type { status as spanish } from '../es/status';
import type { Same } from '../same';

export const status = {
  region: 'Situação do caixa',
  since: 'Desde {{time}}',
  openSetup: 'Abrir Configurações',
  register: {
    none: 'Sem caixa',
    noneTodo: 'Escolha a loja e o caixa em Configurações.',
    explained: 'As cobranças saem no QR deste caixa.',
    store: 'Loja',
    code: 'Código',
    account: 'Conta',
  },
  relay: {
    name: 'Relay',
    connected: 'Relay conectado',
    connectedTodo: 'Os pagamentos são avisados na hora.',
    connecting: 'Relay conectando',
    connectingTodo: 'Enquanto isso o caixa pergunta ao Mercado Pago a cada poucos segundos.',
    none: 'Sem relay',
    noneTodo:
      'É opcional. O caixa pergunta ao Mercado Pago a cada poucos segundos, e Pago demora um pouco mais para aparecer.',
    disconnected: 'Relay sem conexão',
    unreachable: 'O relay não responde. O caixa pergunta ao Mercado Pago a cada poucos segundos e continua tentando.',
    tokenRefused: 'O relay não reconhece este caixa. Peça outro código de vinculação e cole em Configurações.',
    silent: 'O relay está conectado mas não dá sinais. O caixa pergunta ao Mercado Pago a cada poucos segundos.',
    serverError:
      'O relay está com um problema. O caixa pergunta ao Mercado Pago a cada poucos segundos e continua tentando.',
    peers: 'Há {{count}} computadores configurados como este mesmo caixa. Confira qual é o certo.',
  },
  gateway: {
    name: 'Mercado Pago',
    reachable: 'Mercado Pago responde',
    reachableTodo: 'A última consulta teve resposta.',
    unknown: 'Mercado Pago sem consulta',
    unknownTodo: 'Ainda não foi preciso perguntar nada.',
    unreachable: 'Mercado Pago não responde',
  },
  printer: {
    name: 'Impressora',
    ready: 'Impressora pronta',
    readyTodo: 'Responde e tem papel.',
    readyMute: 'Aceita recibos. Não sabe informar se falta papel.',
    paperLow: 'Pouco papel',
    paperLowTodo: 'Tenha à mão uma bobina nova.',
    none: 'Sem impressora',
    noneTodo: 'Também se cobra. Para imprimir, escolha uma em Configurações, Impressora.',
    unknown: 'Impressora sem dados',
    unknownTodo: 'Não responde a consultas. Será possível saber no próximo recibo.',
    trouble: 'Impressora com problema',
    troubleTodo: 'Também se cobra: os recibos aguardam.',
    movedTodo: 'Se mudou de endereço na rede, procure em Configurações, Impressora.',
  },
  lease: {
    elsewhere: '{{register}}: em uso em outro computador',
    explained:
      '«{{holder}}» está usando. Aqui não dá para cobrar até que quem administra o caixa o passe para este computador.',
  },
  disk: {
    name: 'Disco',
    low: 'Pouco espaço no disco',
    lowTodo: 'Restam {{free}}. Libere espaço antes que não seja mais possível cobrar.',
    full: 'Disco cheio',
  },
  clock: {
    name: 'Relógio',
    fine: 'A hora deste computador é a que sai nos recibos. As cobranças não dependem dela.',
    skewed: 'Este computador tem {{seconds}} segundos de diferença da hora do relay. Corrija a hora do sistema.',
  },
} as const satisfies Same<typeof spanish>;
