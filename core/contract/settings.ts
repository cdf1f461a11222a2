import * as z from 'zod/mini';
import { docs } from '../domain/docs.ts';
import { sections } from '../domain/sections/index.ts';
import { STEPS } from '../domain/steps.ts';
import { changedBy } from './changed-by.ts';

const value = z.union([z.string(), z.number()]);

/** The table of settings: every option of an onboarding, as data with its help text (C-14). */
export const settingsView = z
  .object({
    sections: z.array(
      z.object({
        section: z.string(),
        step: z.int().register(docs, { description: 'Which of the eight steps it belongs to, from 1 on.' }),
        stepTitle: z.string(),
        title: z.string(),
        help: z.string(),
        required: z.boolean(),
      }),
    ),
    settings: z.array(
      z.object({
        section: z.string(),
        pointer: z.string().register(docs, {
          description:
            'A JSON pointer from the sections on; `*` stands for each item of a list. The options of a group come after it.',
        }),
        title: z.string(),
        help: z.string(),
        required: z.boolean().register(docs, {
          description: 'Whether its section, or its group if that is given, needs it (B-6).',
        }),
        type: z.enum(['text', 'number', 'whole-number', 'yes-or-no', 'list', 'group', 'choice']),
        values: z
          .optional(z.array(z.object({ value, title: z.optional(z.string()), help: z.optional(z.string()) })))
          .register(docs, {
            description: 'What it can be, or what each item of it can be, if not anything.',
          }),
        least: z.optional(z.number()).register(docs, {
          description: 'Of a number itself, of a text its characters, of a list its items.',
        }),
        most: z.optional(z.number()).register(docs, { description: 'As the least.' }),
        default: z.optional(z.unknown()).register(docs, { description: 'What it is unless told.' }),
        when: z.optional(z.string()).register(docs, {
          description: 'It is there with this value of its choice alone.',
        }),
        changedBy: z.object({
          members: z.boolean().register(docs, { description: 'Whether members change it of themselves.' }),
          membersNeed: z
            .optional(z.string())
            .register(docs, { description: 'The permission that they need for it.' }),
          permissions: z.array(z.string()).register(docs, {
            description: 'What whoever changes it of others needs, all of it.',
          }),
          ownerOnly: z.boolean().register(docs, {
            description:
              'Whether it belongs to the person: only the account that created the user changes it (D-35).',
          }),
        }),
      }),
    ),
  })
  .register(docs, { id: 'Settings' });

type Setting = z.infer<typeof settingsView>['settings'][number];

/** As much of a JSON Schema as options are made of. */
const node = z.object({
  title: z._default(z.string(), ''),
  description: z._default(z.string(), ''),
  type: z.optional(z.string()),
  enum: z._default(z.array(value), []),
  const: z.optional(value),
  default: z.optional(z.unknown()),
  minimum: z.optional(z.number()),
  maximum: z.optional(z.number()),
  minLength: z.optional(z.number()),
  maxLength: z.optional(z.number()),
  minItems: z.optional(z.number()),
  maxItems: z.optional(z.number()),
  required: z._default(z.array(z.string()), []),
  get properties() {
    return z._default(z.record(z.string(), node), {});
  },
  get items() {
    return z.optional(node);
  },
  get anyOf() {
    return z._default(z.array(node), []);
  },
  get oneOf() {
    return z._default(z.array(node), []);
  },
});

type Node = z.infer<typeof node>;

const TYPES: Readonly<Record<string, Setting['type']>> = {
  string: 'text',
  number: 'number',
  integer: 'whole-number',
  boolean: 'yes-or-no',
  array: 'list',
  object: 'group',
};

const typeOf = ({ type, oneOf, anyOf }: Node): Setting['type'] => {
  if (oneOf.length > 0) return 'choice';
  return TYPES[type ?? anyOf[0]?.type ?? ''] ?? 'text';
};

const constantOf = ({ properties }: Node) =>
  Object.values(properties).find((property) => property.const !== undefined)?.const;

/** Of a choice its variants, of anything else what it says it can be. */
const valuesOf = (option: Node): NonNullable<Setting['values']> => [
  ...option.oneOf.flatMap((variant) => {
    const chosen = constantOf(variant);
    return chosen === undefined ? [] : [{ value: chosen, title: variant.title, help: variant.description }];
  }),
  ...[option, ...option.anyOf, ...(option.items ? [option.items] : [])].flatMap((one) =>
    (one.const === undefined ? one.enum : [one.const]).map((chosen) => ({ value: chosen })),
  ),
];

const boundsOf = (option: Node): Pick<Setting, 'least' | 'most'> => {
  const least = option.minimum ?? option.minLength ?? option.minItems;
  const most = option.maximum ?? option.maxLength ?? option.maxItems;
  return { ...(least !== undefined && { least }), ...(most !== undefined && { most }) };
};

type Place = Pick<Setting, 'section' | 'pointer' | 'when'>;

const settingsIn = (group: Node, place: Place): readonly Setting[] =>
  Object.entries(group.properties)
    .filter(([, option]) => option.const === undefined)
    .flatMap(([name, option]) => {
      const pointer = `${place.pointer}/${name}`;
      const values = valuesOf(option);
      const setting: Setting = {
        ...place,
        pointer,
        title: option.title,
        help: option.description,
        required: group.required.includes(name),
        type: typeOf(option),
        ...(values.length > 0 && { values }),
        ...boundsOf(option),
        ...(option.default !== undefined && { default: option.default }),
        changedBy: changedBy(pointer),
      };
      const inside = { section: place.section, pointer };
      return [
        setting,
        ...settingsIn(option, inside),
        ...(option.items ? settingsIn(option.items, { ...inside, pointer: `${pointer}/*` }) : []),
        ...option.oneOf.flatMap((variant) =>
          settingsIn(variant, { ...inside, when: String(constantOf(variant)) }),
        ),
      ];
    });

/** What has a name of its own in the contract is referred to, and may refer to more: here all of it is spelled out. */
const spelledOut = (json: unknown, definitions: ReadonlyMap<string, unknown>): unknown =>
  JSON.parse(JSON.stringify(json), (_, one) => {
    if (typeof one?.$ref !== 'string') return one;
    const definition = spelledOut(definitions.get(one.$ref) ?? {}, definitions);
    return { ...(typeof definition === 'object' ? definition : {}), ...one };
  });

const jsonOf = (schema: z.core.$ZodType): Node => {
  const { $defs = {}, ...json } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    reused: 'inline',
  });
  const definitions = new Map(Object.entries($defs).map(([name, one]) => [`#/$defs/${name}`, one]));
  return node.parse(spelledOut(json, definitions));
};

/** The table of settings, made from the schemas that requests are checked by. */
export const settingsTable = (): z.input<typeof settingsView> => {
  const request = jsonOf(sections);
  const found = STEPS.map(({ section, title: stepTitle }, index) => {
    const schema = node.parse(request.properties[section]);
    const { title, description: help } = schema;
    const required = request.required.includes(section);
    return {
      facts: { section, step: index + 1, stepTitle, title, help, required },
      settings: settingsIn(schema, { section, pointer: `/${section}` }),
    };
  });
  return {
    sections: found.map(({ facts }) => facts),
    settings: found.flatMap(({ settings }) => settings),
  };
};
