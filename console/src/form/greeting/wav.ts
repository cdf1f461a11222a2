/** What a phone line carries, and twice that: more would only take longer to send. */
export const GREETING_RATE = 16_000;

const HEAD_BYTES = 44;
const PCM = 1;
const BYTES_PER_SAMPLE = 2;
const LOUDEST = 0x7fff;

/** All channels in one, as a phone has them. */
export const mono = (channels: readonly Float32Array[]): Float32Array => {
  const [first = new Float32Array(), ...others] = channels;
  return first.map(
    (sample, at) => others.reduce((sum, other) => sum + (other[at] ?? 0), sample) / channels.length,
  );
};

/** A WAV (PCM, 16 bits, one channel) of samples between -1 and 1; what is louder is as loud as can be. */
export const wavOf = (samples: Float32Array, rate: number): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(HEAD_BYTES + samples.length * BYTES_PER_SAMPLE);
  const view = new DataView(bytes.buffer);
  const name = (at: number, letters: string): void =>
    bytes.set(
      [...letters].map((letter) => letter.charCodeAt(0)),
      at,
    );
  name(0, 'RIFF');
  view.setUint32(4, bytes.length - 8, true);
  name(8, 'WAVE');
  name(12, 'fmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, PCM, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate * BYTES_PER_SAMPLE, true);
  view.setUint16(32, BYTES_PER_SAMPLE, true);
  view.setUint16(34, 8 * BYTES_PER_SAMPLE, true);
  name(36, 'data');
  view.setUint32(40, samples.length * BYTES_PER_SAMPLE, true);
  samples.forEach((sample, index) => {
    const clipped = Math.max(-1, Math.min(1, sample));
    view.setInt16(HEAD_BYTES + index * BYTES_PER_SAMPLE, Math.round(clipped * LOUDEST), true);
  });
  return bytes;
};
