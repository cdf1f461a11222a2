import { useEffect, useRef } from 'react';

/** Calls what is given now, not what was given when something long began: a form goes on while a file is on its way. */
export const useLatest = <Parameters extends readonly unknown[]>(
  call: (...parameters: Parameters) => void,
): ((...parameters: Parameters) => void) => {
  const latest = useRef(call);
  useEffect(() => {
    latest.current = call;
  });
  return (...parameters) => latest.current(...parameters);
};
