import { describe, expect, it } from 'vitest';
import { bodyJson, bodyText } from '../../../core/http/body.ts';
import { eventOf } from './event.ts';

const MOST = 256 * 1024;
const ofText = (body: string, isBase64Encoded = false) => bodyText(eventOf({ body, isBase64Encoded }));
const codeOf = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : error;
  }
};

describe('the size of a body', () => {
  it('may be 256 KB, and no byte more', () => {
    expect(ofText('x'.repeat(MOST))).toHaveLength(MOST);
    expect(codeOf(() => ofText('x'.repeat(MOST + 1)))).toBe('body-too-large');
  });

  it('is counted in bytes, not in characters', () => {
    expect(ofText('é'.repeat(MOST / 2))).toHaveLength(MOST / 2);
    expect(codeOf(() => ofText(`${'é'.repeat(MOST / 2)}x`))).toBe('body-too-large');
    expect(codeOf(() => ofText('😀'.repeat(MOST / 4 + 1)))).toBe('body-too-large');
  });

  it('is that of the text, not of its Base64', () => {
    const encoded = Buffer.from('é'.repeat(MOST / 2)).toString('base64');
    expect(encoded.length).toBeGreaterThan(MOST);
    expect(ofText(encoded, true)).toHaveLength(MOST / 2);
    const tooLong = Buffer.alloc(MOST + 1, 'x').toString('base64');
    expect(codeOf(() => ofText(tooLong, true))).toBe('body-too-large');
  });

  it('is nothing when there is none', () => {
    expect(bodyText(eventOf())).toBe('');
  });
});

describe('the kind of a body', () => {
  it.each([
    'application/json',
    'Application/JSON',
    'application/json; charset=utf-8',
    'application/json ;charset=utf-8',
    'application/merge-patch+json',
  ])('may be %s', (contentType) => {
    expect(bodyJson('{"a":1}', contentType)).toEqual({ a: 1 });
  });

  it.each([
    undefined,
    '',
    'text/plain',
    'application/jsonp',
    'text/json',
    'multipart/form-data; x=application/json',
  ])('may not be %s', (contentType) => {
    expect(codeOf(() => bodyJson('{}', contentType))).toBe('unsupported-media-type');
  });

  it.each(['{', 'undefined', '{"a":1,}', "{'a':1}", '\u0000'])('must be JSON, not %j', (text) => {
    expect(codeOf(() => bodyJson(text, 'application/json'))).toBe('malformed-json');
  });

  it('does not matter where there is none: that counts as an empty object', () => {
    expect(bodyJson('')).toEqual({});
    expect(bodyJson('', 'text/plain')).toEqual({});
  });
});
