import type { HttpEvent } from './event.ts';
import { HttpProblem } from './http-problem.ts';

const MOST_BYTES = 256 * 1024;

/** The text of the body; empty when there is none. Throws `body-too-large`. */
export const bodyText = ({ body = '', isBase64Encoded }: HttpEvent): string => {
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > MOST_BYTES) throw new HttpProblem('body-too-large', 'A body may hold 256 KB.');
  return bytes.toString('utf8');
};

/** The body as JSON; none counts as an empty object. Throws `unsupported-media-type`, `malformed-json`. */
export const bodyJson = (text: string, contentType = ''): unknown => {
  if (text === '') return {};
  if (!/^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(contentType)) {
    throw new HttpProblem('unsupported-media-type', 'Send the body as application/json.');
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new HttpProblem('malformed-json', 'The body cannot be read as JSON.');
  }
};
