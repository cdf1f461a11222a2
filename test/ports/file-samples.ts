import { encode } from 'jpeg-js';
import { PNG } from 'pngjs';

/** A PNG of this size, each pixel of another colour. */
export const png = (width = 8, height = 6): Buffer => {
  const image = new PNG({ width, height });
  for (let at = 0; at < image.data.length; at += 4) {
    image.data.set([at % 251, (at * 7) % 253, (at * 13) % 255, 255], at);
  }
  return PNG.sync.write(image);
};

/** A JPEG of this size: red on the left, blue on the right, the lower half darker. */
export const jpeg = (width = 64, height = 32): Buffer => {
  const data = Buffer.alloc(width * height * 4, 255);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const light = y < height / 2 ? 255 : 100;
      data.set(x < width / 2 ? [light, 0, 0] : [0, 0, light], (y * width + x) * 4);
    }
  }
  return Buffer.from(encode({ data, width, height }, 90).data);
};

/** A WAV of silence: one channel of 8 bits at 8 kHz. */
export const wav = (seconds = 2, { code = 1, rate = 8_000, channels = 1 } = {}): Buffer => {
  const head = Buffer.alloc(44);
  const length = Math.round(seconds * rate) * channels;
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(36 + length, 4);
  head.write('WAVEfmt ', 8, 'latin1');
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(code, 20);
  head.writeUInt16LE(channels, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate * channels, 28);
  head.writeUInt16LE(channels, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36, 'latin1');
  head.writeUInt32LE(length, 40);
  return Buffer.concat([head, Buffer.alloc(length, 0x80)]);
};

/** An MP3 of silence: frames of MPEG 1, layer III, 128 kbit/s at 44.1 kHz, 1,152 samples each. */
export const mp3 = (seconds = 2): Buffer => {
  const frame = Buffer.alloc(417);
  frame.writeUInt32BE(0xfffb9000, 0);
  return Buffer.concat(Array.from({ length: Math.round((seconds * 44_100) / 1_152) }, () => frame));
};

/** A tag of the second kind before an MP3, which says what is in it. */
export const id3v2 = (text: string): Buffer => {
  const content = Buffer.from(text);
  const head = Buffer.from([0x49, 0x44, 0x33, 4, 0, 0, 0, 0, 0, 0]);
  head.writeUInt8(content.length & 127, 9);
  head.writeUInt8((content.length >> 7) & 127, 8);
  return Buffer.concat([head, content]);
};

export const SVG_WITH_SCRIPT = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
);
