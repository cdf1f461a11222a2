import { createHash } from 'node:crypto';

/**
 * The mailbox's page. Mails are shown as HTML, and anyone may have put something into one (an account's name, say), so
 * each stands in a sandboxed frame of its own: no script of a mail runs, and none can reach this page. Links open in a
 * new tab, since the console refuses to be framed.
 */
const STYLE = `
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
  body { margin: 0 auto; max-width: 52rem; padding: 1.5rem; }
  article { border: 1px solid #8886; border-radius: .5rem; margin: 1rem 0; padding: 1rem; }
  h2 { font-size: 1.1rem; margin: 0; }
  p { margin: .25rem 0; opacity: .8; }
  iframe { background: #fff; border: 0; border-radius: .25rem; height: 24rem; margin-top: .75rem; width: 100%; }
  pre { overflow-x: auto; white-space: pre-wrap; }
`;

const SCRIPT = `
  const list = document.querySelector('main');
  const shown = new Set();
  const element = (name, text) => Object.assign(document.createElement(name), { textContent: text });
  const show = (mail) => {
    const article = document.createElement('article');
    const to = [...mail.destination.to, ...mail.destination.cc, ...mail.destination.bcc].join(', ');
    article.append(
      element('h2', mail.subject),
      element('p', 'To ' + to + ' · from ' + mail.from + ' · ' + new Date(mail.at * 1000).toLocaleString()),
    );
    if (mail.body.html) {
      const frame = document.createElement('iframe');
      frame.title = mail.subject;
      frame.setAttribute('sandbox', 'allow-popups allow-popups-to-escape-sandbox');
      frame.srcdoc = '<base target="_blank">' + mail.body.html;
      const source = document.createElement('details');
      source.append(element('summary', 'Source'), element('pre', mail.body.html));
      article.append(frame, source);
    } else {
      article.append(element('pre', mail.body.text || ''));
    }
    list.prepend(article);
  };
  const refresh = async () => {
    const answer = await fetch('/store').catch(() => undefined);
    document.querySelector('#state').textContent = answer ? '' : 'The embedded cloud does not answer.';
    if (!answer) return;
    const { emails } = await answer.json();
    for (const mail of emails) {
      if (!shown.has(mail.messageId)) show(mail);
      shown.add(mail.messageId);
    }
    document.querySelector('#count').textContent = emails.length === 1 ? '1 mail' : emails.length + ' mails';
  };
  void refresh();
  setInterval(refresh, 1000);
`;

const sourceHash = (source: string): string =>
  `'sha256-${createHash('sha256').update(source).digest('base64')}'`;

/** The frames inherit this policy, so it also keeps a mail's own scripts from running. */
export const PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': [
    `default-src 'none'`,
    `script-src ${sourceHash(SCRIPT)}`,
    `style-src 'unsafe-inline'`,
    'img-src data: https:',
    `connect-src 'self'`,
    `frame-ancestors 'none'`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; '),
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

export const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Rollcall mailbox</title>
<style>${STYLE}</style>
</head>
<body>
<h1>Mailbox</h1>
<p>Every mail the embedded cloud has sent, the newest first: <span id="count"></span> <span id="state"></span></p>
<main></main>
<script>${SCRIPT}</script>
</body>
</html>
`;
