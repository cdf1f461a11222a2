import { PROBLEM_TYPE, PROBLEMS } from '../contract/problems.ts';
import { accessOf, type Route } from '../contract/route.ts';
import { escapeHtml } from '../domain/html.ts';

type Json = { readonly [key: string]: unknown };

const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const child = (json: Json, key: string): Json => {
  const value = json[key];
  return isJson(value) ? value : {};
};

/** Text with `code` in it. */
const prose = (text: string): string => escapeHtml(text).replaceAll(/`([^`]+)`/g, '<code>$1</code>');

const textOf = ({ description }: Json): string => (typeof description === 'string' ? description : '');

/** `string`, `integer 0–100`, `list of Step`: a schema's type in a few words. */
const typeOf = (schema: Json): string => {
  if (typeof schema.$ref === 'string') {
    const name = schema.$ref.split('/').at(-1) ?? '';
    return `<a href="#schema-${escapeHtml(name)}">${escapeHtml(name)}</a>`;
  }
  if (Array.isArray(schema.enum))
    return schema.enum.map((value) => `<code>${escapeHtml(String(value))}</code>`).join(' ');
  if (schema.type === 'array') return `list of ${typeOf(child(schema, 'items'))}`;
  const choice = schema.anyOf ?? schema.oneOf;
  const alternatives = Array.isArray(choice) ? choice.filter(isJson) : [];
  if (alternatives.length > 0) return [...new Set(alternatives.map(typeOf))].join(' or ');
  const format = typeof schema.format === 'string' ? ` (${schema.format})` : '';
  return escapeHtml(`${String(schema.type ?? 'any')}${format}`);
};

const rows = (schema: Json, prefix = ''): string => {
  const required = Array.isArray(schema.required) ? schema.required : [];
  return Object.entries(child(schema, 'properties'))
    .map(([name, value]) => {
      const property = isJson(value) ? value : {};
      const needed = required.includes(name) && property.default === undefined ? 'required' : '';
      const fallback = property.default === undefined ? '' : ` Default: ${JSON.stringify(property.default)}.`;
      const row = `<tr><td><code>${escapeHtml(prefix + name)}</code></td><td>${typeOf(property)}</td><td>${needed}</td><td>${prose(textOf(property) + fallback)}</td></tr>`;
      return (
        row + rows(property, `${prefix}${name}.`) + rows(child(property, 'items'), `${prefix}${name}[].`)
      );
    })
    .join('');
};

/** A shape in full: its fields, or the values of one that has none. */
const shape = (schema: Json): string =>
  `<p>${prose(textOf(schema))}</p>${schema.properties === undefined ? `<p>${typeOf(schema)}</p>` : table(schema)}`;

const table = (schema: Json): string =>
  `<table><thead><tr><th>Field</th><th>Type</th><th></th><th>Meaning</th></tr></thead><tbody>${rows(schema)}</tbody></table>`;

const accessInWords = (route: Route): string => {
  const access = accessOf(route);
  if (access === 'public') return 'Anybody.';
  if (access === 'signed-in') return 'Anybody who is signed in.';
  const programs = access.anyOf.length === 0 ? '' : '; API users that were granted it';
  if (access.anyMember) return `Everybody who is let into the account${programs}.`;
  if (access.anyOf.length === 0) return 'The member concerned, and nobody else.';
  const permissions = access.anyOf.map((permission) => `<code>${permission}</code>`).join(' or ');
  return `Members with the permission ${permissions}${access.orSelf ? ', and the member concerned' : ''}${programs}.`;
};

const routeSection = (route: Route, operation: Json): string => {
  const schemaIn = (part: Json): Json => child(child(child(part, 'content'), 'application/json'), 'schema');
  const answer = child(child(operation, 'responses'), String(route.success.status));
  const body = child(operation, 'requestBody');
  const parameters = Array.isArray(operation.parameters) ? operation.parameters.filter(isJson) : [];
  return `<section id="${route.operationId}"><h2>${escapeHtml(route.summary)}</h2>
<p><code class="route">${route.method} ${escapeHtml(route.path)}</code></p>
<p>${prose(route.description ?? '')}</p><p>Who may: ${accessInWords(route)}</p>
<ul>${parameters.map((parameter) => `<li><code>${escapeHtml(String(parameter.name))}</code> (${escapeHtml(String(parameter.in))}): ${prose(textOf(parameter))}</li>`).join('')}</ul>
${route.body ? `<p>Body: ${typeOf(schemaIn(body))}</p>` : ''}
<p>Answer ${route.success.status}: ${escapeHtml(route.success.description)} ${route.success.schema ? typeOf(schemaIn(answer)) : ''}</p>
<p>Problems: ${route.problems.map((code) => `<a href="#problem-${code}">${code}</a>`).join(', ') || 'those of every route'}</p></section>`;
};

/** The routes by the resource they belong to. */
const navigation = (routes: readonly Route[], operationOf: (route: Route) => Json): string => {
  const tagOf = (route: Route): string => {
    const { tags } = operationOf(route);
    return Array.isArray(tags) ? String(tags[0] ?? '') : '';
  };
  const link = (route: Route) => `<li><a href="#${route.operationId}">${escapeHtml(route.summary)}</a></li>`;
  return [...Map.groupBy(routes, tagOf)]
    .map(([tag, group]) => `<li>${escapeHtml(tag)}<ul>${group.map(link).join('')}</ul></li>`)
    .join('');
};

const problemsTable = (): string => {
  const body = Object.entries(PROBLEMS).map(
    ([code, { status, title }]) =>
      `<tr id="problem-${code}"><td><code>${PROBLEM_TYPE}${code}</code></td><td>${status}</td><td>${escapeHtml(title)}</td></tr>`,
  );
  return `<table><thead><tr><th>type</th><th>Status</th><th>Title</th></tr></thead><tbody>${body.join('')}</tbody></table>`;
};

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:2rem 1rem;color:#1d2733;background:#fff}
h1,h2,h3{line-height:1.2}section{border-top:1px solid #d5dce3;margin-top:2rem}table{border-collapse:collapse;width:100%;font-size:.9rem}
td,th{text-align:left;vertical-align:top;padding:.35rem .5rem;border-bottom:1px solid #e6ebf0}code{font-size:.9em}.route{font-weight:600}
@media(prefers-color-scheme:dark){body{color:#dfe6ec;background:#12181f}a{color:#7cc4b4}section,td,th{border-color:#2a3541}}`;

/**
 * The contract as one page to read: no script, no request to anywhere else. `sections` come after the routes, as HTML.
 */
export const docsPage = (
  document: Json,
  routes: readonly Route[],
  ...sections: readonly string[]
): string => {
  const components = child(child(document, 'components'), 'schemas');
  const operationOf = (route: Route) =>
    child(child(child(document, 'paths'), route.path), route.method.toLowerCase());
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Rollcall API</title><style>${STYLE}</style></head><body><h1>Rollcall API</h1>
<p>${escapeHtml(String(child(document, 'info').description ?? ''))} As a document: <a href="openapi.json">openapi.json</a>.</p>
<nav><ul>${navigation(routes, operationOf)}</ul></nav>
${routes.map((route) => routeSection(route, operationOf(route))).join('')}
${sections.join('')}
<section><h2>Shapes</h2>${Object.entries(components)
    .map(
      ([name, schema]) =>
        `<h3 id="schema-${escapeHtml(name)}">${escapeHtml(name)}</h3>${shape(isJson(schema) ? schema : {})}`,
    )
    .join('')}</section>
<section><h2>Problems</h2><p>Errors are RFC 9457 problems, sent as <code>application/problem+json</code>.</p>${problemsTable()}</section>
</body></html>`;
};
