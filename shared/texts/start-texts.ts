import { systemLocale } from '../system-locale';
import type { Same } from './same';

const spanish = {
  title: 'Caja QR',
  customerScreen: 'Caja QR · cliente',
  alreadyOpen: 'Caja QR ya está abierta con estos datos; se mostró esa ventana.',
  cannotStart: (reason: string) =>
    `La caja no pudo abrir sus datos y no se puede vender. Revisar que el disco tenga lugar y que nadie más los use, y abrirla otra vez. Detalle: ${reason}`,
  provisionRefused: (problem: string) => `El archivo de configuración no se aplicó. ${problem}`,
  provisionStays: (file: string) =>
    `${file} se aplicó y tiene el token a la vista: borrarlo, o guardarlo en un lugar seguro. La caja ya no lo necesita.`,
  provisionReadable: (file: string) =>
    `Cualquiera que use esta computadora puede leer ${file}, que tiene el token a la vista: borrarlo, o dejarlo solo para quien vende (chmod 600). La caja ya no lo necesita.`,
  fileEmpty: 'el archivo está vacío',
  jsonBroken: 'no es JSON válido: revisar comas, comillas y llaves cerca de esta línea',
  deviceExpected: 'tiene que ser un dispositivo, por ejemplo /dev/usb/lp0',
  addressExpected: 'tiene que empezar con https:// (o http:// en esta misma computadora), sin usuario ni parámetros',
  fileUnreadable: 'el archivo no existe o no se puede leer',
  notAPairing: 'no es un código de vínculo del relay',
  repeatedProduct: (id: string) => `el código o el nombre «${id}» está repetido`,
  tooManyDecimals: (price: number, currency: string) =>
    `el precio ${price} tiene más decimales que los que usa ${currency}`,
  priceTooLarge: (price: number) => `el precio ${price} es demasiado grande`,
} as const;

const portuguese = {
  title: 'Caja QR',
  customerScreen: 'Caja QR · cliente',
  alreadyOpen: 'O Caja QR já está aberto com estes dados; essa janela foi mostrada.',
  cannotStart: (reason) =>
    `O caixa não conseguiu abrir os dados e não dá para vender. Verifique se o disco tem espaço e se ninguém mais usa os dados, e abra de novo. Detalhe: ${reason}`,
  provisionRefused: (problem) => `O arquivo de configuração não foi aplicado. ${problem}`,
  provisionStays: (file) =>
    `${file} foi aplicado e tem o token à vista: apague, ou guarde em um lugar seguro. O caixa não precisa mais dele.`,
  provisionReadable: (file) =>
    `Qualquer pessoa que use este computador pode ler ${file}, que tem o token à vista: apague, ou deixe somente para quem vende (chmod 600). O caixa não precisa mais dele.`,
  fileEmpty: 'o arquivo está vazio',
  jsonBroken: 'não é um JSON correto: confira vírgulas, aspas e chaves perto desta linha',
  deviceExpected: 'precisa ser um dispositivo, por exemplo /dev/usb/lp0',
  addressExpected: 'precisa começar com https:// (ou http:// neste mesmo computador), sem usuário nem parâmetros',
  fileUnreadable: 'o arquivo não existe ou não pode ser lido',
  notAPairing: 'não é um código de vinculação do relay',
  repeatedProduct: (id) => `o código ou o nome «${id}» está repetido`,
  tooManyDecimals: (price, currency) => `o preço ${price} tem mais decimais do que os que ${currency} usa`,
  priceTooLarge: (price) => `o preço ${price} é grande demais`,
} as const satisfies Same<typeof spanish>;

/**
 * What the program says before it has a window, a setting or a log: to a terminal or in the system's own box, in the
 * system's language.
 */
export const startTexts: Same<typeof spanish> = systemLocale() === 'pt-BR' ? portuguese : spanish;
