import * as z from 'zod';

/** What the console is told about its deployment, by the file `/config.json` beside it. */
const configuration = z.object({
  /** Without `/v1`. */
  apiUrl: z.url().transform((url) => url.replace(/\/$/, '')),
  userPoolId: z.string().min(1),
  clientId: z.string().min(1),
  /** Where the user pool answers: `https://cognito-idp.{region}.amazonaws.com`, or a stand-in. */
  userPoolEndpoint: z.url(),
  region: z.string().min(1),
});

export type Configuration = z.infer<typeof configuration>;

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Reads `/config.json`; a fault says, to whoever deployed the console, what is wrong with it. */
export const readConfiguration = async (): Promise<
  { ok: true; value: Configuration } | { ok: false; fault: string }
> => {
  const response = await fetch('/config.json', { cache: 'no-store' });
  if (!response.ok) return { ok: false, fault: `/config.json: ${response.status}` };
  const json = parseJson(await response.text());
  if (json === undefined) return { ok: false, fault: '/config.json: is not JSON' };
  const parsed = configuration.safeParse(json);
  if (parsed.success) return { ok: true, value: parsed.data };
  const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  return { ok: false, fault: `/config.json: ${faults.join('; ')}` };
};
