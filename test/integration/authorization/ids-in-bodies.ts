import * as z from 'zod';
import { anyBody, type Route } from '../../../core/contract/route.ts';
import type { Things } from './houses.ts';

/** What an id names, by its prefix. */
const NAMED: Record<string, keyof Things> = {
  acc: 'accountId',
  usr: 'userId',
  api: 'apiUserId',
  run: 'runId',
  rol: 'role',
  fld: 'folderId',
  grp: 'groupId',
  ses: 'sessionId',
  fil: 'fileId',
};

/** As much of JSON Schema as bodies are described in. */
interface Schema {
  $ref?: string;
  $defs?: Record<string, Schema>;
  pattern?: string;
  const?: unknown;
  anyOf?: readonly Schema[];
  allOf?: readonly Schema[];
  oneOf?: readonly Schema[];
  properties?: Record<string, Schema>;
  items?: Schema;
}

const schema: z.ZodType<Schema> = z.lazy(() =>
  z.object({
    $ref: z.string().optional(),
    $defs: z.record(z.string(), schema).optional(),
    pattern: z.string().optional(),
    const: z.unknown().optional(),
    anyOf: z.array(schema).optional(),
    allOf: z.array(schema).optional(),
    oneOf: z.array(schema).optional(),
    properties: z.record(z.string(), schema).optional(),
    items: schema.optional(),
  }),
) as z.ZodType<Schema>;

/** A place in a body that takes an id. */
interface IdInBody {
  /** JSON Pointer; of lists to their first item. */
  pointer: string;
  thing: keyof Things;
  /** What says which variant of a choice it is in. */
  choices: readonly { pointer: string; value: unknown }[];
}

const thingNamed = (prefix: string, pointer: string): keyof Things => {
  const thing = NAMED[prefix];
  if (thing === undefined) throw new Error(`${pointer}: what is a ${prefix}_…?`);
  return thing;
};

const choicesIn = (properties: Record<string, Schema>, pointer: string) =>
  Object.entries(properties).flatMap(([name, { const: value }]) =>
    value === undefined ? [] : [{ pointer: `${pointer}/${name}`, value }],
  );

/** Every place in the body of a route that takes the id of something of an account. */
export const idsInBody = (route: Route): readonly IdInBody[] => {
  const body = anyBody(route);
  if (body === undefined) return [];
  const root = schema.parse(z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' }));
  const idsIn = (node: Schema, pointer: string): readonly IdInBody[] => {
    const { $ref, pattern = '', anyOf = [], allOf = [], oneOf = [], properties = {}, items } = node;
    const referred = $ref === undefined ? undefined : root.$defs?.[$ref.replace('#/$defs/', '')];
    if ($ref !== undefined && referred === undefined) throw new Error(`${$ref} is not defined`);
    return [
      ...[...pattern.matchAll(/\^([a-z]{3})_/g)].map(([, prefix = '']) => ({
        pointer,
        thing: thingNamed(prefix, pointer),
        choices: [],
      })),
      ...[...anyOf, ...allOf, ...oneOf, ...(referred ? [referred] : [])].flatMap((part) =>
        idsIn(part, pointer),
      ),
      ...Object.entries(properties).flatMap(([name, part]) =>
        idsIn(part, `${pointer}/${name}`).map((id) => ({
          ...id,
          choices: [...choicesIn(properties, pointer), ...id.choices],
        })),
      ),
      ...(items ? idsIn(items, `${pointer}/0`) : []),
    ];
  };
  return idsIn(root, '');
};

const isList = (body: unknown): body is readonly unknown[] => Array.isArray(body);

const isRecord = (body: unknown): body is Record<string, unknown> =>
  typeof body === 'object' && body !== null;

/** The body with a value put in a place, and whatever leads there. */
export const withValue = (body: unknown, pointer: string, value: unknown): unknown => {
  const [, name, ...rest] = pointer.split('/');
  if (name === undefined) return value;
  const below = rest.length === 0 ? '' : `/${rest.join('/')}`;
  if (name === '0') return [withValue(isList(body) ? body[0] : undefined, below, value)];
  const before = isRecord(body) ? body : {};
  return { ...before, [name]: withValue(before[name], below, value) };
};
