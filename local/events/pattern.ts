import { isRecord } from '../template/intrinsics.ts';

/** Whether an event, or a record of a stream, is what a pattern looks for. */
export type Matches = (candidate: unknown) => boolean;

type Scalar = string | number | boolean | null;

const isScalar = (value: unknown): value is Scalar =>
  value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

const refuse = (pattern: unknown): never => {
  throw new Error(
    `the event pattern ${JSON.stringify(pattern)} is not hosted by the embedded cloud, which knows equal values, prefix, exists and anything-but`,
  );
};

/** What stands at the end of a path, as a list: of a list, any element may match, as EventBridge has it. */
type Test = (found: readonly Scalar[]) => boolean;

const anyOf =
  (holds: (value: Scalar) => boolean): Test =>
  (found) =>
    found.some(holds);

const readTest = (test: unknown): Test => {
  if (isScalar(test)) return anyOf((value) => value === test);
  if (!isRecord(test)) return refuse(test);
  const [only, ...others] = Object.entries(test);
  if (only === undefined || others.length > 0) return refuse(test);
  const [operator, argument] = only;
  switch (operator) {
    case 'prefix':
      return typeof argument === 'string'
        ? anyOf((value) => typeof value === 'string' && value.startsWith(argument))
        : refuse(test);
    case 'exists':
      return typeof argument === 'boolean' ? (found) => found.length > 0 === argument : refuse(test);
    case 'anything-but': {
      const forbidden: readonly unknown[] = Array.isArray(argument) ? argument : [argument];
      return forbidden.length > 0 && forbidden.every(isScalar)
        ? anyOf((value) => !forbidden.includes(value))
        : refuse(test);
    }
    default:
      return refuse(test);
  }
};

/** Only what is no object counts as being there: `exists` is about the leaves. */
const leaves = (value: unknown): readonly Scalar[] => {
  if (Array.isArray(value)) return value.flatMap(leaves);
  return isScalar(value) ? [value] : [];
};

const readNode = (node: unknown): Matches => {
  if (Array.isArray(node)) {
    if (node.length === 0) return refuse(node);
    const tests = node.map(readTest);
    return (value) => {
      const found = leaves(value);
      return tests.some((holds) => holds(found));
    };
  }
  if (!isRecord(node) || Object.keys(node).length === 0) return refuse(node);
  const fields = Object.entries(node).map(([name, inner]): [string, Matches] => {
    if (name.startsWith('$')) return refuse({ [name]: inner });
    return [name, readNode(inner)];
  });
  // What is not there has no fields either: only `exists: false` further down can match it.
  return (value) =>
    fields.every(([name, matches]) =>
      matches(isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined),
    );
};

/** Reads a pattern of EventBridge, or of Lambda's event filters. Throws for one that uses what is not known here. */
export const readPattern = (pattern: unknown): Matches =>
  isRecord(pattern) ? readNode(pattern) : refuse(pattern);
