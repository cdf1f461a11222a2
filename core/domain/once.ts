/** Works a value out when it is first asked for, and never again. */
export const once = <Value>(work: () => Value): (() => Value) => {
  let known: { value: Value } | undefined;
  return () => {
    known ??= { value: work() };
    return known.value;
  };
};
