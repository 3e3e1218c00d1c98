import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openShop, POS, type Shop } from '../support/e2e/a-shop';
import { startStranger } from '../support/e2e/a-stranger';
import { isPackaged, launchTill } from '../support/e2e/launch-till';
import type { TillScreen } from '../support/e2e/till-screen';
import { until } from '../support/until';

const PAGE_URL = 'app://till/index.html';

/** The bridge as a page that keeps to no types finds it. */
interface Hostile {
  request(...given: unknown[]): Promise<{ readonly ok: boolean }>;
}

let shop: Shop;
let screen: TillScreen;
let stranger: Awaited<ReturnType<typeof startStranger>>;

// One till for all of it: what one of these does to it, the next one meets.
beforeAll(async () => {
  stranger = await startStranger();
  shop = await openShop();
  screen = await shop.openTill();
});
afterAll(async () => {
  await shop.close();
  await stranger.close();
});
beforeEach(openOurPage);

async function openOurPage(): Promise<void> {
  // The page before it is ours too, and ready: only when the new one has taken its place is it the one that is looked at.
  await screen.page.goto(PAGE_URL);
  await screen.ready();
}

/** As DevTools do it, which asks nobody's leave. @returns why it did not work */
async function navigate(url: string): Promise<string | undefined> {
  const session = await screen.page.context().newCDPSession(screen.page);
  try {
    return (await session.send('Page.navigate', { url })).errorText;
  } finally {
    await session.detach();
  }
}

const logOf = (): string => {
  const folder = join(shop.environment.CAJAQR_DATA_DIR, 'logs');
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('');
};

async function sellsOn(): Promise<void> {
  await screen.enter('7790001000019');
  await screen.charge();
  await screen.shows('awaitingPayment');
  shop.control.pay(shop.control.scanOrder(POS));
  await screen.paid();
  await screen.page.evaluate(async () => {
    const snapshot = await window.till.request('till.snapshot');
    const checkout = snapshot.ok ? snapshot.value.checkout : null;
    if (checkout) await window.till.request('checkout.finish', { checkoutId: checkout.state.attempt.checkoutId });
  });
}

describe('whatever runs in the window', () => {
  it('has the contract and nothing else', async () => {
    const found = await screen.page.evaluate(() => {
      const names = ['require', 'process', 'module', 'global', 'Buffer', 'electron', 'ipcRenderer', '__dirname'];
      return {
        till: Object.keys(window.till).sort(),
        frozen: Object.isFrozen(window.till),
        nodeParts: names.filter((name) => name in window),
        constructed: String(Reflect.get(window.till, 'constructor')).slice(0, 20),
      };
    });
    expect(found.till).toEqual(['giveMemoryBack', 'request', 'subscribe']);
    expect(found.frozen).toBe(true);
    expect(found.nodeParts).toEqual([]);
    // The page's own, not the preload's.
    expect(found.constructed).toBe('function Object() { ');
  });

  it('is refused garbage over the real bridge, and the till sells on', async () => {
    const { answered, accepted } = await screen.page.evaluate(async () => {
      const circle: Record<string, unknown> = { checkoutId: '7f0c1de2-2b5a-4f0e-9d43-0f8f4f0c7a11' };
      circle.draft = circle;
      let deep: unknown = {};
      for (let level = 0; level < 3000; level++) deep = [deep];
      const inputs: unknown[] = [
        null,
        Number.NaN,
        Number.POSITIVE_INFINITY,
        -0,
        2n ** 70n,
        '\ud800',
        'x'.repeat(5_000_000),
        [],
        {},
        circle,
        deep,
        new Map([['checkoutId', 'x']]),
        new Set([1]),
        new Date(Number.NaN),
        new ArrayBuffer(10_000_000),
        new Uint8Array(10),
        new Blob(['x']),
        Symbol('s'),
        () => 'x',
        { token: () => 'x' },
        document.body,
        window,
        Promise.resolve(1),
        new Proxy({}, { get: () => ({}) }),
        JSON.parse('{"__proto__":{"checkoutId":"7f0c1de2-2b5a-4f0e-9d43-0f8f4f0c7a11"}}'),
        { checkoutId: { toString: () => '7f0c1de2-2b5a-4f0e-9d43-0f8f4f0c7a11' } },
      ];
      const requests = [
        'checkout.start',
        'checkout.cancel',
        'ticket.seen',
        'ticketDesign.save',
        'setup.connectAccount',
      ];
      const names: unknown[] = ['', 'toString', '__proto__', 'constructor', 'no.such', null, 7, {}, [], Symbol('s')];
      const hostile = window.till as unknown as Hostile;
      const answered: Record<string, number> = {};
      const accepted: unknown[] = [];
      const note = (how: string): void => void (answered[how] = (answered[how] ?? 0) + 1);
      for (const name of [...requests, ...names]) {
        for (const input of inputs) {
          try {
            const reply = await hostile.request(name, input, 'too', 'many');
            if (reply.ok) accepted.push([name, inputs.indexOf(input)]);
            note('replied');
          } catch {
            // What can't even leave the page.
            note('threw');
          }
        }
      }
      return { answered, accepted };
    });
    expect(accepted).toEqual([]);
    expect(answered.replied).toBeGreaterThan(200);
    await sellsOn();
  });

  it('may flood the till with requests, and the till sells on', async () => {
    const replies = await screen.page.evaluate(async () => {
      const hostile = window.till as unknown as Hostile;
      const names = ['till.snapshot', 'checkout.cancel', 'catalogue.favourites', 'no.such.request', 'draft.load'];
      const flood = Array.from({ length: 5000 }, (_, index) => hostile.request(names[index % names.length]));
      return (await Promise.all(flood)).length;
    });
    expect(replies).toBe(5000);
    await sellsOn();
  });

  it('goes nowhere: no other page, no frame, no window', async () => {
    await screen.page.evaluate(
      ({ url }) => {
        const attempts: (() => unknown)[] = [
          () => window.open(url),
          () => window.open('about:blank'),
          () => (location.href = url),
          () => location.assign('file:///etc/passwd'),
          () => location.replace('data:text/html,<p>elsewhere'),
          () => (location.href = 'app://other/index.html'),
          () => (location.href = 'app://till/../../package.json'),
        ];
        for (const [name, value] of [
          ['href', url],
          ['target', '_blank'],
        ] as const) {
          attempts.push(() => {
            const link = document.createElement('a');
            link.href = url;
            link.setAttribute(name, value);
            document.body.append(link);
            link.click();
            link.dispatchEvent(new MouseEvent('auxclick', { button: 1, bubbles: true }));
          });
        }
        attempts.push(() => {
          const form = document.createElement('form');
          form.action = url;
          form.method = 'post';
          document.body.append(form);
          form.submit();
        });
        for (const source of [url, 'file:///etc/passwd', 'data:text/html,x', 'app://till/index.html', 'about:blank']) {
          attempts.push(() => {
            const frame = document.createElement('iframe');
            frame.src = source;
            frame.className = 'of-the-test';
            document.body.append(frame);
          });
        }
        for (const tag of ['webview', 'object', 'embed']) {
          attempts.push(() => {
            const thing = document.createElement(tag);
            thing.setAttribute(tag === 'object' ? 'data' : 'src', url);
            document.body.append(thing);
          });
        }
        for (const attempt of attempts) {
          try {
            attempt();
          } catch {
            // Refused on the spot is refused.
          }
        }
      },
      { url: stranger.url },
    );
    // A snapshot has gone there and back: whatever was going to start has started.
    await screen.snapshot();
    await screen.snapshot();
    expect(screen.page.url()).toBe(PAGE_URL);
    expect(screen.page.context().pages()).toHaveLength(1);
    const frames = await screen.page.evaluate(() =>
      [...document.querySelectorAll<HTMLIFrameElement>('iframe.of-the-test')].map((frame) => {
        try {
          const inside: (Window & typeof globalThis) | null = frame.contentWindow as Window & typeof globalThis;
          return { bridge: 'till' in inside, words: inside.document.body.innerText };
        } catch {
          return { bridge: false, words: '' };
        }
      }),
    );
    expect(frames.every(({ bridge }) => !bridge)).toBe(true);
    expect(frames.map(({ words }) => words).join('')).not.toMatch(/root:/);
    expect(stranger.visits).toEqual([]);
  });

  it('reaches no other host and no file', async () => {
    const reached = await screen.page.evaluate(
      async ({ url, host }) => {
        const attempts: Record<string, () => Promise<unknown>> = {
          fetch: () => fetch(url),
          fetchWithoutCors: () => fetch(url, { mode: 'no-cors' }),
          file: () => fetch('file:///etc/passwd'),
          ownPage: () => fetch('app://till/index.html'),
          // It says that it was sent also when it was not: the stranger knows better.
          beacon: () => Promise.reject(new Error(String(navigator.sendBeacon(url, 'x')))),
          image: () => loaded('img', { src: `${url}/i.png` }),
          script: () => loaded('script', { src: `${url}/s.js` }),
          style: () => loaded('link', { rel: 'stylesheet', href: `${url}/s.css` }),
          preload: () => loaded('link', { rel: 'preload', as: 'script', href: `${url}/p.js` }),
          video: () => loaded('video', { src: `${url}/v.mp4` }),
          mainProgram: () => loaded('script', { src: 'app://till/%2e%2e/electron/main.js' }),
          packageFile: () => loaded('img', { src: 'app://till/..%2f..%2fbuild/icon.png' }),
          garbledAddress: () => loaded('script', { src: 'app://till/%zz.js' }),
          worker: () => Promise.resolve(new Worker(`${url}/w.js`)),
          socket: () =>
            new Promise((resolve, reject) => {
              const socket = new WebSocket(`ws://${host}/`);
              socket.onopen = resolve;
              socket.onerror = () => reject(new Error('refused'));
            }),
          events: () =>
            new Promise((resolve, reject) => {
              const events = new EventSource(url);
              events.onopen = resolve;
              events.onerror = () => reject(new Error('refused'));
            }),
        };
        function loaded(tag: string, attributes: Record<string, string>): Promise<unknown> {
          return new Promise((resolve, reject) => {
            const element = document.createElement(tag);
            element.onload = resolve;
            element.onerror = () => reject(new Error('refused'));
            for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
            document.head.append(element);
          });
        }
        const reached: string[] = [];
        for (const [name, attempt] of Object.entries(attempts)) {
          try {
            await attempt();
            reached.push(name);
          } catch {
            // As it should be.
          }
        }
        return reached;
      },
      { url: stranger.url, host: stranger.host },
    );
    expect(reached).toEqual([]);
    expect(stranger.visits).toEqual([]);
  });

  it('runs no script that is not a file of ours', async () => {
    const ran = await screen.page.evaluate(async () => {
      // DevTools' own evaluation may use eval whatever the page's policy says; a task of the page may not.
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const ran: string[] = [];
      Object.assign(window, { ran: (name: string) => ran.push(name) });
      const script = (text: string): HTMLScriptElement => {
        const element = document.createElement('script');
        element.append(text);
        return element;
      };
      const attempts: (() => unknown)[] = [
        () => (document.body.innerHTML += '<img src="x:" onerror="ran(\'handler in HTML\')">'),
        () => document.body.insertAdjacentHTML('beforeend', '<script>ran("script in HTML")</' + 'script>'),
        () => document.body.append(script("ran('inline script')")),
        () => document.body.setAttribute('onclick', "ran('handler')"),
        () => document.body.click(),
        () => (location.href = "javascript:ran('javascript: address')"),
        () => void Reflect.apply(eval, window, ["ran('eval')"]),
        () => Reflect.apply(Reflect.construct(Function, ["ran('Function')"]) as () => void, undefined, []),
        () =>
          void Reflect.apply(Reflect.get(window, 'setTimeout') as unknown as () => void, window, [
            "ran('text in a timer')",
            0,
          ]),
        () => import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent("ran('data: module')")}`),
        () =>
          import(
            /* @vite-ignore */ URL.createObjectURL(new Blob(["ran('blob: module')"], { type: 'text/javascript' }))
          ),
      ];
      for (const attempt of attempts) {
        try {
          await attempt();
        } catch {
          // Refused on the spot is refused.
        }
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
      return ran;
    });
    expect(ran).toEqual([]);
    await screen.snapshot();
  });

  it('is given no permission to anything of this computer', async () => {
    const given = await screen.page.evaluate(async () => {
      const devices = navigator as unknown as Record<
        string,
        { requestDevice?: (options: unknown) => Promise<unknown> }
      >;
      const attempts: Record<string, () => Promise<unknown>> = {
        camera: () => navigator.mediaDevices.getUserMedia({ video: true }),
        microphone: () => navigator.mediaDevices.getUserMedia({ audio: true }),
        screen: () => navigator.mediaDevices.getDisplayMedia(),
        clipboard: () => navigator.clipboard.readText(),
        notification: async () => {
          if ((await Notification.requestPermission()) !== 'granted') throw new Error('refused');
        },
        place: () => new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
        usb: () => devices.usb?.requestDevice?.({ filters: [] }) ?? Promise.reject(new Error('absent')),
        bluetooth: () =>
          devices.bluetooth?.requestDevice?.({ acceptAllDevices: true }) ?? Promise.reject(new Error('absent')),
        hid: async () => {
          const found = (await devices.hid?.requestDevice?.({ filters: [] })) as unknown[] | undefined;
          if (!found?.length) throw new Error('refused');
        },
        midi: () => navigator.requestMIDIAccess({ sysex: true }),
      };
      const given: string[] = [];
      for (const [name, attempt] of Object.entries(attempts)) {
        try {
          await attempt();
          given.push(name);
        } catch {
          // As it should be.
        }
      }
      return given;
    });
    expect(given).toEqual([]);
  });
});

describe('the folder of a till that made it itself', () => {
  it.skipIf(process.platform === 'win32')('is for its system user only (not on Windows, which has no modes)', () => {
    expect(statSync(shop.environment.CAJAQR_DATA_DIR).mode & 0o077).toBe(0);
  });
});

describe('another page in the window, however it came there', () => {
  it.each([
    ['a page that carries itself', 'data:text/html,<title>Other</title>'],
    ['an empty page', 'about:blank'],
  ])('%s learns nothing and may ask for nothing', async (_what, address) => {
    await screen.page.goto(address);
    const heard = await screen.page.evaluate(async () => {
      const told: unknown[] = [];
      // Some pages get no bridge at all, which is better still.
      const { till } = window as { readonly till?: Window['till'] };
      till?.subscribe('snapshot', (snapshot) => void told.push(snapshot));
      const replies = [];
      for (const name of ['till.snapshot', 'draft.load', 'setup.listStores', 'checkout.start'] as const) {
        replies.push(await (till as unknown as Hostile | undefined)?.request(name));
      }
      return { told, ok: replies.filter((reply) => reply?.ok).length };
    });
    expect(heard).toEqual({ told: [], ok: 0 });

    await openOurPage();
    await sellsOn();
  });

  it('from the network or the disk does not even open', async () => {
    for (const address of [stranger.url, `${shop.simulator.url}/phone/`, 'file:///etc/passwd']) {
      expect(await navigate(address)).toMatch(/ERR_BLOCKED|ERR_FAILED|ERR_ABORTED/);
    }
    expect(stranger.visits).toEqual([]);
    await openOurPage();
  });

  it('is written down when it asks', async () => {
    await screen.page.goto('data:text/html,<title>Other</title>');
    await screen.page.evaluate(() => (window as { till?: Window['till'] }).till?.request('till.snapshot'));
    await until('the line', () => logOf().includes('ipc.strangeSender'));
  });
});

describe('a main process that has lost its mind', () => {
  it.skipIf(isPackaged)(
    'breaks no page: garbage is dropped (not on the packaged app, which runs only itself)',
    async () => {
      const snapshotFile = join(shop.folder, 'snapshot.json');
      writeFileSync(snapshotFile, JSON.stringify({ ...(await screen.snapshot()), revision: 77 }));
      const garbling = await launchTill(
        {
          CAJAQR_DATA_DIR: join(shop.folder, 'garbling'),
          GARBLING_PRELOAD: join(process.cwd(), 'out', 'electron', 'preload.cjs'),
          GARBLING_SNAPSHOT: snapshotFile,
        },
        join(process.cwd(), 'tests', 'support', 'e2e', 'garbling-main'),
      );
      try {
        const told = () => garbling.page.evaluate(() => Reflect.get(window, 'told') as number[]);
        await until('the one good snapshot', async () => (await told()).length > 0);
        const replies = await garbling.page.evaluate(async () => {
          const replies = [];
          for (let time = 0; time < 20; time++) replies.push(await window.till.request('catalogue.favourites'));
          replies.push(await window.till.request('draft.load'));
          return replies;
        });
        expect(replies.every((reply) => !reply.ok)).toBe(true);
        const good = await garbling.page.evaluate(() => window.till.request('till.snapshot'));
        expect(good).toMatchObject({ ok: true, value: { revision: 77 } });
        expect(await told()).toEqual([77]);
      } finally {
        await garbling.kill();
      }
    },
  );
});
