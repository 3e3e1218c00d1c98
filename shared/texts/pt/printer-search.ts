import type { printerSearch as spanish } from '../es/printer-search';
import type { Same } from '../same';

export const printerSearch = {
  name: 'Impressoras da rede',
  explained:
    'Pergunta aos aparelhos próximos da rede da loja (até 254) se são impressoras. Leva alguns segundos e não imprime nada.',
  start: 'Procurar na rede',
  asking: 'Perguntando na rede: {{asked}} de {{of}}. Encontradas: {{found}}.',
  stop: 'Parar de procurar',
  found: 'Encontradas na rede: {{found}}. Estão na lista.',
  noneFound:
    'Entre os aparelhos próximos da rede nenhuma impressora respondeu. Veja se está ligada e na mesma rede que este computador, e procure de novo ou digite o endereço.',
  stopped: 'A busca foi interrompida. Encontradas: {{found}}.',
  tooLong: 'A rede responde muito devagar e não deu para perguntar em todos os endereços. Encontradas: {{found}}.',
  noNetwork: 'Este computador não está em nenhuma rede da loja. Ligue-o por cabo ou Wi-Fi e procure de novo.',
  addressMayChange:
    'O endereço de uma impressora de rede pode mudar ao desligá-la ou reiniciar o roteador. Convém fixá-lo: na impressora, ou reservando-o no roteador.',
  away: 'A impressora em uso não responde em {{place}}.',
  awayTodo: 'Veja se está ligada. Se mudou de endereço, procure na rede e escolha de novo.',
} as const satisfies Same<typeof spanish>;
