import type { selling as spanish } from '../es/selling';
import type { Same } from '../same';

export const selling = {
  name: 'Venda',
  title: 'Como se vende',
  explained: 'Descontos, etiquetas de balança e o leitor de códigos.',
  discount: {
    title: 'Descontos',
    limit: 'Um operador de caixa pode descontar até, em %',
    limitHelp:
      'De um item ou da venda inteira. Acima disso, um gerente permite com o PIN dele. Vazio: sem limite. Um gerente não tem limite.',
    problem: { what: 'Isso não é uma porcentagem.', todo: 'Digite uma de 0 a 100, ou deixe vazio.' },
    nobody: 'Enquanto não houver pessoas cadastradas, qualquer um pode passar do limite.',
    granted: 'Hoje os operadores podem passar do limite sem permissão: muda-se em Pessoas.',
  },
  scale: {
    title: 'Etiquetas de balança',
    on: 'A balança imprime etiquetas com código de barras',
    onHelp: 'Códigos de 13 dígitos que levam o peso ou o preço dentro.',
    prefixes: 'Começam com',
    prefixesHelp: 'De 20 a 29, separados por vírgulas. Estão no manual ou no menu da balança.',
    prefixesProblem: {
      what: 'Os começos são números de 20 a 29, no máximo dez.',
      todo: 'Separe com vírgulas, por exemplo 20, 21.',
    },
    codeDigits: 'Dígitos do produto',
    value: 'Depois levam',
    values: { weight: 'O peso, em gramas', price: 'O preço' },
    decimals: 'Casas decimais do preço',
    example: 'Assim se lê uma etiqueta',
    parts: { prefix: 'começo', code: 'produto', weight: 'gramas', price: 'preço', check: 'verificador' },
    means: { weighed: 'Produto {{plu}}: {{quantity}} kg', priced: 'Produto {{plu}}: {{price}}' },
    check: 'Para testar com uma de verdade, salve e escaneie mais abaixo.',
  },
  scanner: {
    title: 'Leitor de códigos',
    explained: 'Escaneie qualquer produto: aparece o que chegou e dá para ajustar o caixa a este leitor.',
    field: 'Escaneie aqui',
    waiting: 'Esperando um código',
    read: 'Foi lido',
    kind: 'O que é',
    kinds: {
      retail: 'Código de produto, com o dígito verificador certo',
      misread: 'Tem o tamanho de um código de produto, mas o dígito verificador não confere',
      other: 'Um código de outro tipo: vale como está',
    },
    speed: 'Velocidade',
    speedOf: '{{mean}} ms por tecla, {{slowest}} ms a mais lenta',
    end: 'Termina com',
    ends: { Enter: 'Enter', Tab: 'Tab', pause: 'nada' },
    allGood: 'O caixa reconhece este leitor.',
    tooShort: { what: 'Isso é curto demais para ser um código.', todo: 'Escaneie um produto inteiro.' },
    slow: { what: 'O leitor é mais lento do que o caixa espera.', todo: 'Ajuste o caixa a este leitor.' },
    byHand: {
      what: 'Isso chegou tão devagar como se fosse digitado à mão.',
      todo: 'Se foi o leitor, aumente a velocidade dele com o manual: o caixa não consegue distinguir de uma pessoa.',
    },
    noEnd: {
      what: 'O leitor não manda nada no fim do código.',
      todo: 'O melhor é programá-lo para mandar Enter, com o manual. Se não der, ajuste o caixa a este leitor.',
    },
    shifted: {
      what: 'O teclado do computador não é o que o leitor supõe.',
      todo: 'Os números chegam certos mesmo assim. Veja abaixo as letras e os sinais.',
    },
    capsLock: { what: 'Caps Lock está ligado.', todo: 'Desligue e escaneie de novo: muda as letras dos códigos.' },
    numLock: {
      what: 'Num Lock está desligado e o leitor usa o teclado numérico.',
      todo: 'Ligue e escaneie de novo.',
    },
    which: 'Qual é igual ao que está na etiqueta?',
    fit: 'Ajustar o caixa a este leitor',
    now: 'Agora: até {{mean}} ms por tecla, termina com {{end}}.',
    nowEnds: { key: 'Enter ou Tab', pause: 'um silêncio' },
    usual: 'Voltar ao habitual',
  },
} as const satisfies Same<typeof spanish>;
