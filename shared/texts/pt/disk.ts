import type { disk as spanish } from '../es/disk';
import type { Same } from '../same';

export const disk = {
  region: 'Disco cheio',
  full: 'Não há espaço no disco: não é possível cobrar',
  fullTodo: 'Restam {{free}}. Apague ou mova arquivos deste computador, por exemplo downloads ou vídeos.',
  fullAfter: 'O caixa volta a cobrar sozinho assim que houver espaço. A venda fica como está.',
} as const satisfies Same<typeof spanish>;
