import { describe, expect, it } from 'vitest';
import { GREETING_RATE, mono, wavOf } from '../../../console/src/form/greeting/wav.ts';
import { readWav } from '../../../core/adapters/media/wav.ts';

describe('a greeting recorded in the browser', () => {
  it('C-51 is a WAV that the API takes, as long as it was', () => {
    const samples = Float32Array.from({ length: GREETING_RATE * 2 }, (_, at) => Math.sin(at / 20));
    const { seconds, bytes } = readWav(Buffer.from(wavOf(samples, GREETING_RATE)));
    expect(seconds).toBe(2);
    expect(bytes.readUInt16LE(22)).toBe(1);
    expect(bytes.readUInt32LE(24)).toBe(GREETING_RATE);
  });

  it('keeps its samples, and is as loud as can be where it was louder', () => {
    const wav = Buffer.from(wavOf(Float32Array.of(0, 0.5, -1, 3, -3), 8_000));
    const kept = [0, 1, 2, 3, 4].map((index) => wav.readInt16LE(44 + index * 2));
    expect(kept).toEqual([0, 16_384, -32_767, 32_767, -32_767]);
  });

  it('has both sides of a stereo recording in one', () => {
    expect([...mono([Float32Array.of(1, 0, -0.5), Float32Array.of(0, 0.5, -0.5)])]).toEqual([
      0.5, 0.25, -0.5,
    ]);
    expect(mono([])).toHaveLength(0);
  });
});
