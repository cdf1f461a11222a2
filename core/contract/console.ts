/** What the console is told of its deployment, by the file `/config.json` beside it. */
export interface ConsoleConfiguration {
  /** The API of the home region, without `/v1`. */
  readonly apiUrl: string;
  readonly userPoolId: string;
  readonly clientId: string;
  /** Where the user pool answers: `https://cognito-idp.{region}.amazonaws.com`, or a stand-in. */
  readonly userPoolEndpoint: string;
  readonly region: string;
}

/** Whom the console's pages may call, besides where they come from: origins, or addresses that end with a slash. */
export interface ConsoleCalls {
  /** The API of every location. */
  readonly apis: readonly string[];
  readonly userPoolEndpoint: string;
  /** The bucket that pictures and greetings are sent to, and shown from. */
  readonly files: string;
}

/** For two years a browser that has been here comes by TLS alone. */
export const STRICT_TRANSPORT_SECONDS = 2 * 365 * 24 * 60 * 60;

/** What a page could ask the browser for. A greeting is recorded with the microphone (C-51); nobody needs the rest. */
const FORBIDDEN_FEATURES = [
  'accelerometer',
  'camera',
  'display-capture',
  'encrypted-media',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'midi',
  'payment',
  'picture-in-picture',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
];

/**
 * What goes out with every file of the console, wherever it is served from. No inline script and no inline style: an
 * element's own style is set by a script of ours, which the policy does not ask about.
 */
export const consoleHeaders = ({ apis, userPoolEndpoint, files }: ConsoleCalls) => ({
  'content-security-policy': [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self'`,
    `img-src 'self' data: blob: ${files}`,
    `media-src blob: ${files}`,
    `font-src 'self'`,
    `connect-src ${[`'self'`, ...new Set(apis), userPoolEndpoint, files].join(' ')}`,
    `frame-ancestors 'none'`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; '),
  'permissions-policy': [...FORBIDDEN_FEATURES.map((name) => `${name}=()`), 'microphone=(self)'].join(', '),
  'referrer-policy': 'no-referrer',
  'strict-transport-security': `max-age=${STRICT_TRANSPORT_SECONDS}; includeSubDomains`,
  'x-content-type-options': 'nosniff',
});
