import { randomInt } from 'node:crypto';
import type { Confirmation } from '../../shared/printer';
import { RESET } from './escpos-commands';
import type { Answer } from './status-listener';

/** `GS r 1`: answered when its turn comes. */
const FENCE = Uint8Array.of(0x1d, 0x72, 0x01);
/** Letters that no status byte looks like, so that a status in the middle of an answer is still told apart. */
const LETTERS = 'ABCDEFGHIJKLMNOabcdefghijklmno';

/** What is remembered of a printer's answers from one job to the next. */
export interface EndMarkMemory {
  /** How it says that it got to the end; null until that was tried. */
  confirmation: Confirmation | null;
  /** Fences that it has not answered yet. Answers come in order, so these come before the answer to the next one. */
  owedFences: number;
}

/**
 * Asks a printer to say when it got to the end of what was sent before, and knows the answer when it hears it. A printer
 * that was never asked is asked both ways, and what it answers is remembered.
 */
export class EndMarks {
  /** How the newest mark was asked for; null is both ways. */
  private way: Confirmation | null = null;
  private id: string | null = null;
  /** The answer to the newest mark that the printer has given. */
  private answer: { readonly paperOut: boolean } | null = null;
  private asked = false;
  private anything = false;

  constructor(
    private readonly memory: EndMarkMemory,
    private readonly learn: (confirmation: Confirmation | null) => void,
  ) {}

  /** The bytes of a new mark; only its own answer counts from here on. */
  next(): Uint8Array {
    const { confirmation } = this.memory;
    this.way = confirmation;
    this.answer = null;
    this.asked = true;
    this.anything = false;
    this.id = confirmation === 'processId' || confirmation === null ? newId() : null;
    if (confirmation !== 'processId') this.memory.owedFences += 1;
    return Buffer.concat([
      // A printer that does not know `GS ( H` may take the id for text: the reset makes it forget it again.
      ...(this.id === null ? [] : [processIdRequest(this.id), RESET]),
      ...(confirmation === 'processId' ? [] : [FENCE]),
    ]);
  }

  hear(answer: Answer): void {
    if (answer.kind !== 'status') this.anything = true;
    if (answer.kind === 'processId') this.hearId(answer.id);
    else if (answer.kind === 'fence') this.hearFence(answer.paperOut);
  }

  /** It answered, though perhaps to an earlier mark. */
  get heard(): boolean {
    return this.anything;
  }

  /** The printer got to the newest mark. */
  get passed(): boolean {
    return this.answer !== null;
  }

  /** Nothing more of its answers is to come. */
  get complete(): boolean {
    return this.passed && (this.way === 'processId' || this.memory.owedFences === 0);
  }

  get paperOut(): boolean {
    return this.answer?.paperOut ?? false;
  }

  /** Everything that the printer owed is answered, or went with its power. */
  forget(): void {
    this.memory.owedFences = 0;
  }

  /** There was time enough, and no answer: a printer that was tried for the first time has none to give. */
  gaveNone(): void {
    if (this.way === null && !this.anything) this.learn('nothing');
  }

  private hearId(id: string): void {
    // Another one is of an earlier ticket, or of another program's.
    if (id !== this.id) return;
    if (this.memory.confirmation === null) this.learn('processId');
    this.answer = { paperOut: false };
  }

  private hearFence(paperOut: boolean): void {
    const { memory } = this;
    memory.owedFences = Math.max(0, memory.owedFences - 1);
    if (!this.asked) return;
    // It does answer, only late: this one may be to an earlier ticket, so it is no proof of anything but that.
    if (memory.confirmation === 'nothing') this.learn(null);
    else if (memory.confirmation !== 'processId' && memory.owedFences === 0) {
      if (this.way === null && memory.confirmation === null) this.learn('fence');
      this.answer = { paperOut };
    }
  }
}

function processIdRequest(id: string): Uint8Array {
  return Buffer.concat([Uint8Array.of(0x1d, 0x28, 0x48, 6, 0, 48, 48), Buffer.from(id, 'latin1')]);
}

function newId(): string {
  return Array.from({ length: 4 }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('');
}
