import { minor } from '../../shared/money';
import { emptyCount } from '../../shared/shift/cash-count';
import type { ClosedShiftView, OpenShiftView, ShiftView } from '../../shared/shift/shift-view';
import { idOf, scene, startedAt, typed, type Scene } from './builders';

const tally = (count: number, total: number) => ({ count, total: minor(total) });
const opening = { at: startedAt, by: 'Marina', count: emptyCount, float: minor(2_000_000) };
const movement = {
  id: idOf(41),
  shiftId: idOf(40),
  direction: 'out' as const,
  amount: minor(500_000),
  reason: 'Pago a proveedor de pan',
  by: 'Marina',
  at: startedAt,
};

const open: OpenShiftView = {
  id: idOf(40),
  number: 12,
  opening,
  movements: [
    movement,
    { ...movement, id: idOf(42), direction: 'in', amount: minor(1_000_000), reason: 'Cambio del banco' },
  ],
  qrSales: tally(37, 41_250_000),
  qrRefunds: tally(1, 340_100),
  counted: null,
  undecided: [],
};

const nothing = tally(0, 0);
const closed: ClosedShiftView = {
  shift: {
    kind: 'closed',
    id: idOf(39),
    number: 11,
    opening,
    counts: [
      { at: startedAt, count: emptyCount, counted: minor(2_400_000), expected: minor(2_500_000) },
      { at: startedAt, count: emptyCount, counted: minor(2_480_000), expected: minor(2_500_000) },
    ],
    closing: {
      at: startedAt,
      by: 'Marina',
      figures: {
        float: minor(2_000_000),
        cashIn: tally(1, 1_000_000),
        cashOut: tally(1, 500_000),
        cashSales: nothing,
        cashRefunds: nothing,
        qrSales: tally(64, 91_250_000),
        qrRefunds: tally(2, 840_000),
        qrReturned: nothing,
        expected: minor(2_500_000),
      },
      counted: minor(2_480_000),
      difference: minor(-20_000),
      note: 'Diferencia en un vuelto',
    },
  },
  movements: [movement],
  reconciliation: {
    at: startedAt,
    findings: [
      { kind: 'paymentWithoutSale', paymentId: '84512309876', saleNumber: null, amount: minor(123_400) },
      { kind: 'amountDiffers', paymentId: '84512309991', saleNumber: 1281, ours: minor(50_000), theirs: minor(49_000) },
    ],
    payments: 63,
    received: minor(91_126_600),
    givenBack: minor(840_000),
    commission: minor(729_013),
    net: minor(90_397_587),
    untold: 0,
    notOurs: { payments: 1, received: minor(15_000) },
  },
};

const shiftAt = { required: true, open: { number: 12, openedAt: startedAt, openedBy: 'Marina' } };
const shifts = (change: Partial<ShiftView> = {}): ShiftView => ({ open, draft: null, closed: [closed], ...change });
const counted = {
  counted: minor(2_480_000),
  expected: minor(2_500_000),
  difference: minor(-20_000),
  cashSales: nothing,
  cashRefunds: nothing,
};

/** The drawer's day. */
export const shiftScenes: Readonly<Record<string, () => Scene>> = {
  shiftMissing: () => scene({ shift: { required: true, open: null } }, typed, { shifts: shifts({ open: null }) }),
  shiftOpen: () => scene({ shift: shiftAt }, typed, { shifts: shifts() }),
  shiftCounted: () => scene({ shift: shiftAt }, typed, { shifts: shifts({ open: { ...open, counted } }) }),
  shiftUndecided: () =>
    scene({ shift: shiftAt }, typed, {
      shifts: shifts({
        open: {
          ...open,
          undecided: [
            { kind: 'review', saleNumber: 1283, amount: minor(340_100) },
            { kind: 'stray', saleNumber: null, amount: minor(120_000) },
          ],
        },
      }),
    }),
  shiftMexico: () =>
    scene({ shift: { required: true, open: null } }, typed, { site: 'MLM', shifts: shifts({ open: null }) }),
};
