import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { countries } from '../../shared/country';
import { fail, ok, type Failure, type Result } from '../../shared/errors';
import type { Pairing, RelayIdentity } from '../../shared/relay-protocol';
import type { Product } from '../../shared/sale';
import type { AccountSummary } from '../../shared/snapshot';
import { startTexts } from '../../shared/texts/start-texts';
import type { Log } from '../log/log';
import type { CatalogueStore } from '../storage/catalogue-store';
import type { SecretStore } from '../storage/secret-store';
import type { Settings, SettingsStore } from '../storage/settings-store';
import { parseCatalogue } from './catalogue-file';
import { connectionTo, identify, type OnRequest } from './connection';
import { findRegister, type FoundRegister } from './find-register';
import { lineOf, parseLocated, type FileProblem } from './located-json';
import { provisionSchema, type Provision } from './provision-file';

export interface ProvisionPorts {
  readonly settings: SettingsStore;
  readonly secrets: SecretStore;
  readonly catalogue: CatalogueStore;
  readonly fetchRelayIdentity: (pairing: Pairing) => Promise<Result<RelayIdentity>>;
  readonly together: (writes: () => void) => void;
  /** A charge of the last run is open: only its own account can still end it. */
  readonly isCharging: () => boolean;
  /** The sentence for a failure in the manager's language. */
  readonly explain: (failure: Failure) => string;
  readonly now: () => Date;
  readonly log: Log;
  readonly onRequest: OnRequest;
}

interface Checked {
  readonly account: AccountSummary;
  readonly found: FoundRegister;
  readonly relay: RelayIdentity | null;
  readonly products: readonly Product[] | null;
}

/**
 * Sets the till up from a file, without a hand. Everything in it is checked first (form, account, caja, relay,
 * catalogue), then written in one transaction: a wrong file changes nothing. A file that was applied already is not
 * applied again, so a chain can leave it in place and the till starts without a network; one that is gone after it was
 * applied is no problem either, because it holds the token and is better not kept.
 */
export async function applyProvision(
  path: string,
  ports: ProvisionPorts,
): Promise<Result<'applied' | 'known', FileProblem>> {
  const read = await readText(path);
  if (!read.ok) return !existsSync(path) && ports.settings.read().provisionDigest !== null ? ok('known') : read;
  const parsed = parseLocated(read.value.file, read.value.text, provisionSchema);
  if (!parsed.ok) return parsed;
  const catalogue = await readCatalogue(path, read.value.text, parsed.value);
  if (!catalogue.ok) return catalogue;

  const digest = createHash('sha256')
    .update(read.value.text)
    .update(catalogue.value?.text ?? '')
    .digest('hex');
  if (ports.settings.read().provisionDigest === digest) return ok('known');

  const checked = await check(read.value, parsed.value, catalogue.value, ports);
  if (!checked.ok) return checked;
  store(parsed.value, checked.value, digest, ports);
  ports.log('provision.applied', { file: read.value.file, register: checked.value.found.register.externalId });
  return ok('applied');
}

interface Text {
  readonly file: string;
  readonly text: string;
}

async function readText(path: string): Promise<Result<Text, FileProblem>> {
  const file = basename(path);
  try {
    return ok({ file, text: await readFile(path, 'utf8') });
  } catch {
    return fail({ file, line: 1, reason: startTexts.fileUnreadable });
  }
}

async function readCatalogue(
  path: string,
  text: string,
  provision: Provision,
): Promise<Result<Text | null, FileProblem>> {
  if (provision.catalogue === undefined) return ok(null);
  const read = await readText(resolve(dirname(path), provision.catalogue));
  if (read.ok) return read;
  const { reason } = read.error;
  return fail({ file: basename(path), line: lineOf(text, ['catalogue']), reason: `catalogue: ${reason}` });
}

async function check(
  { file, text }: Text,
  provision: Provision,
  catalogue: Text | null,
  ports: ProvisionPorts,
): Promise<Result<Checked, FileProblem>> {
  const { now, onRequest, explain, fetchRelayIdentity } = ports;
  const refuse = (path: readonly string[], failure: Failure) =>
    fail({ file, line: lineOf(text, path), reason: `${path.join('.')}: ${explain(failure)}` });

  const before = ports.settings.read();
  // Sales of practice beside real ones would be taken for real, and the other way round.
  if (before.account !== null && before.practice !== provision.practice) {
    return refuse(['practice'], { code: 'practiceMixed' });
  }
  const account = await identify(provision.account, now, onRequest);
  if (!account.ok) return refuse(['account', 'token'], account.error);
  // Real money under a banner that says it is none.
  if (provision.practice && account.value.kind === 'production') {
    return refuse(['practice'], { code: 'practiceNeedsTest' });
  }
  const moves = before.account?.userId !== account.value.userId || before.apiBaseUrl !== provision.account.apiBaseUrl;
  if (moves && ports.isCharging()) return refuse(['account', 'token'], { code: 'chargeInProgress' });

  const connection = connectionTo(account.value, provision.account, now, onRequest);
  try {
    const found = await findRegister(
      connection,
      (store) => store.externalId === provision.register.externalStoreId,
      (register) => register.externalId === provision.register.externalPosId,
    );
    if (!found.ok) {
      const field = found.error.code === 'storeNotFound' ? 'externalStoreId' : 'externalPosId';
      return refuse(['register', field], found.error);
    }
    const relay = provision.relay ? await fetchRelayIdentity(provision.relay.pairing) : null;
    if (relay && !relay.ok) return refuse(['relay', 'pairing'], relay.error);

    const currency = countries[account.value.site].currency;
    const products = catalogue && parseCatalogue(catalogue.file, catalogue.text, currency);
    if (products && !products.ok) return products;
    return ok({
      account: account.value,
      found: found.value,
      relay: relay?.value ?? null,
      products: products?.value ?? null,
    });
  } finally {
    connection.close();
  }
}

function store(provision: Provision, checked: Checked, digest: string, ports: ProvisionPorts): void {
  const { account, found, relay, products } = checked;
  const pairing = provision.relay?.pairing ?? null;
  const change: Partial<Settings> = {
    practice: provision.practice,
    locale: provision.language ?? null,
    apiBaseUrl: provision.account.apiBaseUrl,
    account,
    register: found.register,
    qrImage: found.qrImage,
    relay: pairing && relay && { url: pairing.url, caja: relay.caja, notificationUrl: relay.notificationUrl },
    printer: provision.printer ?? null,
    business: provision.business,
    logo: provision.logo ?? null,
    charge: provision.charge,
    ...(provision.selling && { selling: provision.selling }),
    provisionDigest: digest,
    // There is nothing left to be guided through.
    guideStep: 'finish',
  };
  ports.together(() => {
    ports.secrets.write('accessToken', provision.account.token);
    ports.secrets.write('relayToken', pairing?.token ?? null);
    ports.settings.update(change);
    if (products) ports.catalogue.replaceAll(products);
  });
}
