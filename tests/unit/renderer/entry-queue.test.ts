import { describe, expect, it } from 'vitest';
import { createEntryQueue } from '../../../renderer/sale/entry-queue';

/** A ticket, and entries that are looked up for as long as a test likes. */
function aTicket() {
  const lines = ['A'];
  const ticket = { draft: [...lines] as readonly string[], selectedId: 'A' as string | null };
  const queue = createEntryQueue(() => ticket);
  const put = (line: string) => Object.assign(ticket, { draft: [...ticket.draft, line], selectedId: line });
  const scan = (line: string | null) => {
    let answer: (error: Error | null) => void = () => undefined;
    const answered = new Promise<Error | null>((resolve) => {
      answer = resolve;
    });
    const entered = queue.enter(async () => {
      const error = await answered;
      if (error) throw error;
      if (line !== null) put(line);
    });
    return {
      found: () => {
        answer(null);
      },
      broke: async () => {
        answer(new Error('no such thing'));
        await expect(entered).rejects.toThrow();
      },
    };
  };
  const heard: string[] = [];
  const key = (name: string) => {
    queue.onTicket(() => heard.push(`${name} ${String(ticket.selectedId)}`));
  };
  return { ticket, queue, scan, key, heard };
}

describe('a key', () => {
  it('is heard at once while nothing is looked up', () => {
    const { key, heard } = aTicket();
    key('+');
    expect(heard).toEqual(['+ A']);
  });

  it('after a scan is for what was scanned, in the order in which all of it was pressed', async () => {
    const { scan, key, heard, queue } = aTicket();
    const b = scan('B');
    key('+');
    const c = scan('C');
    key('-');
    expect(heard).toEqual([]);
    c.found();
    await Promise.resolve();
    expect(heard).toEqual([]);
    b.found();
    expect(await queue.settled()).toBe(true);
    expect(heard).toEqual(['+ B', '- C']);
    key('+');
    expect(heard).toHaveLength(3);
  });

  it('after a scan that came to nothing does nothing to the line before it', async () => {
    const { scan, key, heard, queue } = aTicket();
    const unknown = scan(null);
    key('Delete');
    const whether = queue.settled();
    unknown.found();
    expect(await whether).toBe(false);
    expect(heard).toEqual([]);
    key('+');
    expect(heard).toEqual(['+ A']);
    expect(await queue.settled()).toBe(true);
  });

  it('is for the line that a person has chosen meanwhile', () => {
    const { ticket, scan, key, heard } = aTicket();
    scan('B');
    ticket.selectedId = 'another';
    key('Delete');
    expect(heard).toEqual(['Delete another']);
  });

  it('and scans go on after an entry that broke', async () => {
    const { scan, key, heard, queue } = aTicket();
    await scan('B').broke();
    await queue.settled();
    key('+');
    scan('C').found();
    key('+');
    await queue.settled();
    expect(heard).toEqual(['+ A', '+ C']);
  });
});
