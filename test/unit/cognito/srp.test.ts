import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  isUsablePublicValue,
  makeChallenge,
  makeCredential,
  passwordMatches,
  proofHolds,
} from '../../../local/cognito/srp.ts';
import { beginExchange } from '../../../local/cognito/srp-client.ts';

const ann = { poolName: 'Rollcall1', username: 'usr_ann' };

it('a password matches its own credential and nobody else’s', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (password, other) => {
      const credential = makeCredential(ann, password);
      expect(passwordMatches(ann, password, credential)).toBe(true);
      expect(passwordMatches(ann, other, credential)).toBe(password === other);
      expect(passwordMatches({ ...ann, username: 'usr_bob' }, password, credential)).toBe(false);
    }),
    { numRuns: 20 },
  );
});

it('two credentials of one password have nothing in common', () => {
  const [first, second] = [makeCredential(ann, 'password'), makeCredential(ann, 'password')];
  expect(first.salt).not.toBe(second.salt);
  expect(first.verifier).not.toBe(second.verifier);
});

it('a public value of zero modulo N is not usable, nor is anything but hexadecimal', () => {
  expect(['0', '', '-1', 'xyz', '0x10'].filter(isUsablePublicValue)).toEqual([]);
  expect(isUsablePublicValue('2')).toBe(true);
});

it('a proof of the wrong length or content does not hold', () => {
  const credential = makeCredential(ann, 'password');
  const proof = {
    identity: ann,
    credential,
    challenge: makeChallenge(credential),
    clientPublic: '2',
    secretBlock: Buffer.from('block'),
    timestamp: 'Sun Mar 1 12:00:00 UTC 2026',
  };
  for (const signature of ['', 'AAAA', Buffer.alloc(32).toString('base64')]) {
    expect(proofHolds({ ...proof, signature })).toBe(false);
  }
});

it('the client’s proof holds with the right password and with no other', () => {
  const credential = makeCredential(ann, 'password');
  for (const [password, holds] of [
    ['password', true],
    ['passwort', false],
  ] as const) {
    const challenge = makeChallenge(credential);
    const { clientPublic, answer } = beginExchange();
    const { timestamp, signature } = answer(password, {
      identity: ann,
      salt: credential.salt,
      serverPublic: challenge.public,
      secretBlock: Buffer.from('block').toString('base64'),
    });
    expect(timestamp).toMatch(/^[A-Z][a-z]{2} [A-Z][a-z]{2} \d{1,2} \d{2}:\d{2}:\d{2} UTC \d{4}$/);
    const secretBlock = Buffer.from('block');
    const proof = { identity: ann, credential, challenge, clientPublic, secretBlock, timestamp, signature };
    expect(proofHolds(proof)).toBe(holds);
  }
});
