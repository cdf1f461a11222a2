import { describe, expect, it } from 'vitest';
import { openApiDocument } from '../../../core/contract/openapi.ts';
import { PROBLEMS, problemType } from '../../../core/contract/problems.ts';
import { allRoutes } from '../../../core/contract/routes.ts';
import { escapeHtml } from '../../../core/domain/html.ts';
import { docsPage } from '../../../core/http/docs-page.ts';

const document = openApiDocument();
const page = docsPage(document, allRoutes);

describe('X-11 the docs page', () => {
  it.each(allRoutes.map((route) => [route.operationId, route] as const))('shows %s', (_, route) => {
    expect(page).toContain(`<section id="${route.operationId}">`);
    expect(page).toContain(`${route.method} ${escapeHtml(route.path)}`);
    expect(page).toContain(escapeHtml(route.summary));
  });

  it('shows every problem, and leads to it from the routes that can meet it', () => {
    for (const [code, { title }] of Object.entries(PROBLEMS)) {
      expect(page).toContain(`id="problem-${code}"`);
      expect(page).toContain(escapeHtml(title));
    }
    expect(page).toContain(problemType('user-exists'));
  });

  it('E-11 says of each route whether programs can be granted it', () => {
    const said = (operationId: string) =>
      page.match(new RegExp(`<section id="${operationId}">.*?Who may: (.*?)</p>`, 's'))?.[1];
    expect(said('listAssets')).toBe('Everybody who is let into the account; API users that were granted it.');
    expect(said('uploadFile')).toBe('Everybody who is let into the account.');
    expect(said('startSession')).toBe('The member concerned, and nobody else.');
    expect(said('listMembers')).toMatch(/<code>search-users<\/code>; API users that were granted it\.$/);
  });

  it('has a target for every link within it', () => {
    const targets = [...page.matchAll(/href="#([^"]+)"/g)].map(([, target]) => target);
    expect(targets.length).toBeGreaterThan(allRoutes.length);
    for (const target of targets) expect(page).toContain(`id="${target}"`);
  });

  it('explains the fields of a request, those within others too', () => {
    for (const field of ['profile.email', 'licenses.kinds', 'dialing.callRecording.inboundPercent']) {
      expect(page).toContain(`<code>${field}</code>`);
    }
  });

  it('explains the fields of what a list holds, and the values of a shape without fields', () => {
    expect(page).toContain('<code>permissions[].sources</code>');
    expect(page).toMatch(/id="schema-Permission">.*?<code>create-user<\/code>/s);
    expect(page).toContain('the <code>nextCursor</code> of the page before');
  });

  it('asks nothing of any other place: no script, no style sheet, no picture', () => {
    expect(page).not.toMatch(/<script|<link|<img|src=|url\(|@import/i);
  });

  it('shows text as text, wherever it comes from', () => {
    const [route] = allRoutes;
    if (route === undefined) throw new Error('There are no routes.');
    const evil = '<script>alert("1")</script>';
    const shown = docsPage(
      {
        info: { description: evil },
        paths: {
          [route.path]: {
            [route.method.toLowerCase()]: { parameters: [{ name: evil, in: evil, description: evil }] },
          },
        },
        components: {
          schemas: {
            Evil: {
              properties: {
                [evil]: { type: evil, description: evil, default: evil },
                list: { enum: [evil] },
              },
            },
          },
        },
      },
      [{ ...route, summary: evil, description: evil, success: { ...route.success, description: evil } }],
    );
    expect(shown).not.toContain('<script');
    expect(shown).toContain('&lt;script&gt;');
  });

  it('does without what a document lacks', () => {
    expect(docsPage({}, allRoutes)).toContain('<h1>Rollcall API</h1>');
  });
});
