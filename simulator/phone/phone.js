/* global document, window */

/**
 * The customer's phone. The page holds every screen; this shows the right one, fills it and sends what is pressed. What
 * is true is asked of the simulator twice a second.
 *
 * @typedef {import('./phone-state').PhoneState} PhoneState
 * @typedef {import('./phone-state').PhoneScan} PhoneScan
 * @typedef {'home' | 'waiting' | 'amount' | 'pay' | 'paid'} ScreenName
 */

const askEveryMs = 500;

/** @type {Record<string, string>} */
const goneNotices = {
  deleted: 'La caja anuló este cobro.',
  expired: 'Este cobro venció.',
  replaced: 'La caja ya tiene otro cobro.',
  paid: 'Este cobro ya se pagó desde otro teléfono.',
};

/** @type {Record<string, string>} */
const attemptNotices = {
  rejected: 'Tu tarjeta fue rechazada. Podés intentar de nuevo.',
  pending: 'El pago quedó pendiente.',
  in_process: 'El pago está en revisión.',
};

/** What each switch of the printer says: to press it, and while it is pressed. */
const switches = /** @type {const} */ ({
  paper: { off: 'Sacar el papel', on: 'Poner papel', field: 'paperOut', stopped: 'Sin papel' },
  cover: { off: 'Abrir la tapa', on: 'Cerrar la tapa', field: 'coverOpen', stopped: 'Tapa abierta' },
  cable: { off: 'Desconectar', on: 'Conectar', field: 'unplugged', stopped: 'Desconectada' },
});

/** @type {ScreenName | null} */
let current = null;
/** @type {string | null} */
let scanId = null;
/** @type {PhoneState | null} */
let state = null;
/** Number of the ticket chosen by hand; null follows the newest. @type {number | null} */
let chosenTicket = null;

/** @param {string} id */
function part(id) {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`The page has no #${id}`);
  return element;
}

/** @param {string} action @returns {HTMLButtonElement[]} */
function buttons(action) {
  return [...document.querySelectorAll(`button[data-action="${action}"]`)].map(
    (button) => /** @type {HTMLButtonElement} */ (button),
  );
}

/** @param {string} path @param {unknown} [body] */
async function post(path, body = {}) {
  const response = await fetch(`/_simulator${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return response.json();
}

/** @param {ScreenName} next */
function show(next) {
  if (current === next) return;
  current = next;
  for (const name of ['home', 'waiting', 'amount', 'pay', 'paid']) part(name).hidden = name !== next;
  part(next).querySelector('h1')?.focus();
}

/** Writes an amount as the country does, its symbol smaller than its digits. @param {HTMLElement} place @param {PhoneScan} scan */
function showPrice(place, { amount, currency, locale }) {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
  const symbol = document.createElement('span');
  symbol.className = 'symbol';
  const digits = format
    .formatToParts(amount)
    .filter(({ type }) => type !== 'currency' && type !== 'literal')
    .map(({ value }) => value)
    .join('');
  symbol.textContent = format.formatToParts(amount).find(({ type }) => type === 'currency')?.value ?? currency;
  place.classList.toggle('long', digits.length > 9);
  if (place.textContent !== `${symbol.textContent}${digits}`) place.replaceChildren(symbol, digits);
}

/** @param {HTMLElement} place @param {string} text */
function write(place, text) {
  // Writing the same text again would make a screen reader say it again.
  if (place.textContent !== text) place.textContent = text;
}

/** @param {PhoneState} now */
function showCajas(now) {
  const place = part('cajas');
  const names = now.pos.map(({ externalId, name }) => `${externalId} ${name}`).join('\n');
  if (place.dataset['names'] === names) return;
  place.dataset['names'] = names;
  place.replaceChildren(
    ...now.pos.map(({ externalId, name }, index) => {
      const caja = document.createElement('label');
      caja.className = 'caja';
      const input = document.createElement('input');
      input.type = 'radio';
      input.name = 'caja';
      input.value = externalId;
      input.checked = index === 0;
      const code = document.createElement('small');
      code.textContent = externalId;
      const text = document.createElement('span');
      text.append(name, code);
      caja.append(input, text);
      return caja;
    }),
  );
}

/** @param {PhoneScan} scan */
function showBill(scan) {
  const [first, ...more] = scan.items;
  write(part('seller'), scan.seller);
  write(part('items'), more.length === 0 ? (first ?? '') : `${first ?? ''} y ${String(more.length)} más`);
  showPrice(part('price'), scan);
  const gone = scan.orderState !== 'assigned';
  const attempt = scan.lastAttempt === null ? '' : (attemptNotices[scan.lastAttempt] ?? '');
  write(part('notice'), gone ? (goneNotices[scan.orderState] ?? '') : attempt);
  for (const button of [...buttons('pay'), ...buttons('reject')]) button.disabled = gone;
  for (const button of buttons('late')) button.disabled = !gone;
  part('late-hint').hidden = gone;
}

/** @param {PhoneScan} scan */
function showPaid(scan) {
  showPrice(part('paid-price'), scan);
  write(part('paid-to'), `a ${scan.seller}`);
  write(part('paid-number'), scan.paymentId === null ? '' : `Operación ${String(scan.paymentId)}`);
}

/** @param {PhoneState} now */
function showPrinter({ printer, papers }) {
  part('printer').hidden = printer === null;
  if (printer === null) return;

  /** @type {string[]} */
  const stopped = [];
  for (const [name, { off, on, field, stopped: word }] of Object.entries(switches)) {
    const pressed = printer[field];
    const button = /** @type {HTMLButtonElement} */ (document.querySelector(`[data-switch="${name}"]`));
    write(button, pressed ? on : off);
    button.setAttribute('aria-pressed', String(pressed));
    if (pressed) stopped.push(word);
  }
  write(part('printer-state'), stopped.length === 0 ? 'Impresora lista' : `Impresora: ${stopped.join(' · ')}`);
  part('printer-state').classList.toggle('stopped', stopped.length > 0);

  const shown = papers.find(({ number }) => number === chosenTicket) ?? papers.at(-1);
  part('no-paper').hidden = shown !== undefined;
  part('ticket').hidden = shown === undefined;
  if (shown === undefined) return;
  const picture = /** @type {HTMLImageElement} */ (part('ticket-picture'));
  const name = `Ticket ${String(shown.number)}`;
  if (picture.alt !== name) {
    picture.alt = name;
    picture.src = shown.picture;
    write(part('ticket-text'), shown.lines.join('\n'));
    part('ticket').parentElement?.scrollTo(0, 0);
  }
  write(part('ticket-name'), name);
  const { length } = shown.problems;
  write(
    part('ticket-problems'),
    length === 0 ? '' : `· ${length === 1 ? '1 aviso' : `${String(length)} avisos`} de la impresora`,
  );
  part('ticket-problems').title = shown.problems.join('\n');
  showEarlier(
    papers.slice(-6).map(({ number }) => number),
    shown.number,
  );
}

/** @param {number[]} numbers @param {number} shown */
function showEarlier(numbers, shown) {
  const place = part('earlier');
  place.hidden = numbers.length < 2;
  if (place.dataset['numbers'] !== numbers.join()) {
    place.dataset['numbers'] = numbers.join();
    place.replaceChildren(
      ...numbers.map((number) => {
        const button = document.createElement('button');
        button.type = 'button';
        button.textContent = `Ticket ${String(number)}`;
        button.addEventListener('click', () => {
          chosenTicket = number === numbers.at(-1) ? null : number;
          render();
        });
        return button;
      }),
    );
  }
  [...place.children].forEach((button, index) => {
    button.setAttribute('aria-pressed', String(numbers[index] === shown));
  });
}

function render() {
  if (state === null) return;
  showCajas(state);
  showPrinter(state);
  if (state.scan !== null && state.scan.id === scanId) {
    if (state.scan.paid) showPaid(state.scan);
    else showBill(state.scan);
    show(state.scan.paid ? 'paid' : 'pay');
  } else if (current === null) {
    show('home');
  }
}

async function ask() {
  const trouble = part('trouble');
  try {
    const response = await fetch(scanId === null ? '/phone/state' : `/phone/state?scan=${scanId}`);
    state = /** @type {PhoneState} */ (await response.json());
    trouble.hidden = true;
  } catch {
    trouble.hidden = false;
    write(trouble, 'El simulador no responde. Volvé a abrir el modo práctica.');
  }
  render();
}

/** @type {Record<string, () => Promise<void>>} */
const actions = {
  async scan() {
    const caja = /** @type {HTMLInputElement | null} */ (document.querySelector('input[name="caja"]:checked'));
    if (caja === null) return;
    const scanned = await post('/scans', { pos: caja.value });
    if (scanned.kind === 'payScreen') scanId = scanned.id;
    else show(scanned.kind === 'waitingScreen' ? 'waiting' : 'amount');
  },
  async pay() {
    await post(`/scans/${scanId ?? ''}/pay`, { outcome: 'approved' });
  },
  async reject() {
    await post(`/scans/${scanId ?? ''}/pay`, { outcome: 'rejected' });
  },
  async late() {
    await post(`/scans/${scanId ?? ''}/pay`, { outcome: 'approved' });
  },
  async leave() {
    await post(`/scans/${scanId ?? ''}/leave`);
    scanId = null;
    show('home');
  },
  async home() {
    scanId = null;
    show('home');
  },
};

for (const button of document.querySelectorAll('button[data-action]')) {
  button.addEventListener('click', () => {
    const action = actions[/** @type {HTMLElement} */ (button).dataset['action'] ?? ''];
    void action?.().then(ask, ask);
  });
}

for (const button of document.querySelectorAll('button[data-switch]')) {
  button.addEventListener('click', () => {
    const name = /** @type {keyof typeof switches} */ (/** @type {HTMLElement} */ (button).dataset['switch']);
    const pressed = button.getAttribute('aria-pressed') === 'true';
    void post('/printer', { [switches[name].field]: !pressed }).then(ask, ask);
  });
}

void ask();
window.setInterval(() => void ask(), askEveryMs);

export {};
