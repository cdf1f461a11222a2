/** A refusal as S3 words it: a code that clients switch on, in XML. */
export class S3Error extends Error {
  readonly code: string;
  readonly status: 400 | 403 | 404 | 405 | 501;
  readonly details: Readonly<Record<string, string | number>>;

  constructor(status: S3Error['status'], code: string, message: string, details: S3Error['details'] = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.details = details;
  }
}

export const accessDenied = (message = 'Access Denied'): S3Error => new S3Error(403, 'AccessDenied', message);

export const signatureDoesNotMatch = (): S3Error =>
  new S3Error(
    403,
    'SignatureDoesNotMatch',
    'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
  );

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The body of a refusal. */
export const toXml = ({ code, message, details }: S3Error): string => {
  const elements = Object.entries({ Code: code, Message: message, ...details }).map(
    ([name, value]) => `<${name}>${escaped(String(value))}</${name}>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Error>${elements.join('')}</Error>`;
};
