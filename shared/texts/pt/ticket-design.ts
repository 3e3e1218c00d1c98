import type { ticketDesign as spanish } from '../es/ticket-design';
import type { Same } from '../same';

export const ticketDesign = {
  preview: 'É assim que o recibo sai',
  previewNote: 'A venda é um exemplo. As letras que a impressora não tem aparecem como vão sair.',
  logo: 'Logotipo',
  logoHelp: 'Uma imagem PNG, JPG ou WebP; sai em preto e branco. Melhor um desenho com bastante contraste.',
  noLogo: 'Sem logotipo',
  chooseLogo: 'Escolher imagem…',
  choosing: 'Abrindo…',
  removeLogo: 'Remover',
  logoAlt: 'Logotipo, como sai impresso',
  logoTooWide: 'O logotipo não cabe neste papel: escolha-o de novo para que seja reduzido.',
  pictures: 'Imagens',
  legend: 'Aviso',
  legendHelp: 'O do país, ou o que o contador indicar. Vazio não é impresso.',
  paper: 'Papel',
  paperChoice: '{{mm}} mm · {{columns}} colunas',
  paperOther: '{{columns}} colunas',
  paperHelp: 'Fica salvo com a impressora.',
  paperNoPrinter: 'Ainda não há impressora: vale só para esta vista.',
  letters: 'Letras',
  noName: 'Nome do negócio',
  sample: {
    coffee: 'Café moído 500 g',
    pastry: 'Pão de queijo',
    cheese: 'Queijo minas',
  },
  calibration: {
    title: 'Os acentos saem errados?',
    explained:
      'Imprima as letras uma vez de cada forma. Depois escolha o primeiro número que se lê bem: ele fica salvo.',
    print: 'Imprimir teste de letras',
    printing: 'Imprimindo…',
    choose: 'Primeiro número que se lê bem',
    plain: 'nenhum com acentos',
    kept: 'A impressora usa agora {{page}}.',
    printed: 'Escolha nesta lista o primeiro número que se lê bem.',
  },
} as const satisfies Same<typeof spanish>;
