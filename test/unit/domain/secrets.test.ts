import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apiSecret } from '../../../core/domain/api-secret.ts';
import { temporaryPassword } from '../../../core/domain/temporary-password.ts';

describe('temporary passwords', () => {
  it('have 20 characters that stand in a link unescaped, at least one of each class', () => {
    fc.assert(
      fc.property(fc.constant(undefined), () => {
        const password = temporaryPassword();
        expect(password).toMatch(/^[A-Za-z0-9_-]{20}$/);
        for (const one of [/[A-Z]/, /[a-z]/, /\d/, /[-_]/]) expect(password).toMatch(one);
        expect(encodeURIComponent(password)).toBe(password);
      }),
      { numRuns: 500 },
    );
  });

  it('differ, and put no class in a place of its own', () => {
    const many = Array.from({ length: 200 }, temporaryPassword);
    expect(new Set(many).size).toBe(many.length);
    expect(many.some((password) => /^[a-z]/.test(password))).toBe(true);
    expect(many.some((password) => /^\d/.test(password))).toBe(true);
  });
});

describe('E-11 secrets of API users', () => {
  it('have 48 characters, with every class that the user pool asks for', () => {
    const many = Array.from({ length: 200 }, apiSecret);
    expect(new Set(many).size).toBe(many.length);
    for (const secret of many) {
      expect(secret).toMatch(/^[A-Za-z0-9_-]{48}$/);
      for (const one of [/[A-Z]/, /[a-z]/, /\d/, /[-_]/]) expect(secret).toMatch(one);
    }
  });
});
