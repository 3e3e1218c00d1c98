/** This many characters of a secret in a row are as good as a secret; fewer stand in many innocent words. */
const PART_LENGTH = 12;

/** A secret taken to pieces, in every way in which a program writes one down. */
export interface SecretForms {
  /** How long each of the parts is. */
  readonly partLength: number;
  readonly parts: ReadonlySet<string>;
}

/** Every part of the secret in plain, in JSON, in JSON within JSON, in a URL, in base64 and in hexadecimal. */
export function formsOf(secret: string): SecretForms {
  const bytes = Buffer.from(secret);
  const hex = bytes.toString('hex');
  const inJson = JSON.stringify(secret).slice(1, -1);
  const forms = [
    secret,
    inJson,
    JSON.stringify(inJson).slice(1, -1),
    encodeURIComponent(bytes.toString()),
    hex,
    hex.toUpperCase(),
    ...base64Forms(bytes),
  ];
  const partLength = Math.min(PART_LENGTH, secret.length);
  return { partLength, parts: new Set(forms.flatMap((form) => partsOf(form, partLength))) };
}

/** Where the secret begins inside of what is encoded decides which letters stand for it. */
function base64Forms(bytes: Buffer): string[] {
  return [0, 1, 2].flatMap((offset) => {
    const padded = Buffer.concat([Buffer.alloc(offset), bytes]);
    // The first letters stand for the bytes before it as well.
    const shared = offset === 0 ? 0 : offset + 1;
    return [padded.toString('base64').replace(/=+$/, ''), padded.toString('base64url')].map((form) =>
      form.slice(shared),
    );
  });
}

function partsOf(form: string, length: number): string[] {
  return Array.from({ length: Math.max(0, form.length - length + 1) }, (_, at) => form.slice(at, at + length));
}
