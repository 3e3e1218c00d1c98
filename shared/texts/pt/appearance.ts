import type { appearance as spanish } from '../es/appearance';
import type { Same } from '../same';

export const appearance = {
  name: 'Tela e som',
  title: 'Tela, idioma e som',
  explained: 'Cada mudança é vista ou ouvida na hora e fica salva.',
  language: 'Idioma',
  ofCountry: 'O do país da conta',
  languageHelp: 'Da tela e do recibo. A moeda e o aviso legal são sempre os do país.',
  languages: {
    'es-AR': 'Espanhol (Argentina)',
    'pt-BR': 'Português (Brasil)',
    'es-CL': 'Espanhol (Chile)',
    'es-CO': 'Espanhol (Colômbia)',
    'es-MX': 'Espanhol (México)',
    'es-PE': 'Espanhol (Peru)',
    'es-UY': 'Espanhol (Uruguai)',
  },
  theme: 'Cores',
  themes: { system: 'Como o computador', light: 'Claras', dark: 'Escuras' },
  highContrast: 'Alto contraste',
  highContrastHelp: 'Preto, branco e linhas grossas, para ver de longe ou com muita luz.',
  textSize: 'Tamanho',
  textSizeHelp: 'Crescem as letras, as teclas e os valores.',
  sounds: 'Sons',
  volume: 'Volume',
  volumes: { low: 'Baixo', medium: 'Médio', high: 'Alto' },
  scanned: 'Produto escaneado',
  paid: 'Pago',
  lookHere: 'É preciso olhar a tela',
  listen: 'Ouvir {{sound}}',
  listenShort: 'Ouvir',
} as const satisfies Same<typeof spanish>;
