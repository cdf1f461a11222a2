/** An image as rows of pixels from the top left, each of red, green, blue and opacity. */
export interface Pixels {
  width: number;
  height: number;
  data: Uint8Array;
}

/**
 * The same image with no side longer than that: each pixel is the mean of those it stands for, weighed by how much of them
 * one sees.
 */
export const scaledDown = (image: Pixels, mostSide: number): Pixels => {
  const { width, height, data } = image;
  const longest = Math.max(width, height);
  if (longest <= mostSide) return image;
  const toWidth = Math.max(1, Math.round((width * mostSide) / longest));
  const toHeight = Math.max(1, Math.round((height * mostSide) / longest));
  const to = new Uint8Array(toWidth * toHeight * 4);
  for (let y = 0; y < toHeight; y += 1) {
    const top = Math.floor((y * height) / toHeight);
    const bottom = Math.max(top + 1, Math.floor(((y + 1) * height) / toHeight));
    for (let x = 0; x < toWidth; x += 1) {
      const left = Math.floor((x * width) / toWidth);
      const right = Math.max(left + 1, Math.floor(((x + 1) * width) / toWidth));
      let red = 0;
      let green = 0;
      let blue = 0;
      let opacity = 0;
      for (let row = top; row < bottom; row += 1) {
        for (let at = (row * width + left) * 4, end = (row * width + right) * 4; at < end; at += 4) {
          const weight = data[at + 3] ?? 0;
          red += (data[at] ?? 0) * weight;
          green += (data[at + 1] ?? 0) * weight;
          blue += (data[at + 2] ?? 0) * weight;
          opacity += weight;
        }
      }
      const at = (y * toWidth + x) * 4;
      const weight = opacity || 1;
      to[at] = Math.round(red / weight);
      to[at + 1] = Math.round(green / weight);
      to[at + 2] = Math.round(blue / weight);
      to[at + 3] = Math.round(opacity / ((bottom - top) * (right - left)));
    }
  }
  return { width: toWidth, height: toHeight, data: to };
};

/**
 * The same image the right way up. Cameras store what their sensor saw, and say beside it how they were held (Exif's
 * orientation, 1 to 8); what stands beside the pixels is not kept.
 */
export const upright = (image: Pixels, orientation: number): Pixels => {
  if (orientation < 2 || orientation > 8) return image;
  const { width, height, data } = image;
  const isTurned = orientation >= 5;
  const [toWidth, toHeight] = isTurned ? [height, width] : [width, height];
  const flipsX = [2, 3, 7, 8].includes(orientation);
  const flipsY = [3, 4, 6, 7].includes(orientation);
  const to = new Uint8Array(data.length);
  for (let y = 0; y < toHeight; y += 1) {
    for (let x = 0; x < toWidth; x += 1) {
      const [column, row] = isTurned ? [y, x] : [x, y];
      const fromX = flipsX ? width - 1 - column : column;
      const fromY = flipsY ? height - 1 - row : row;
      const from = (fromY * width + fromX) * 4;
      to.set(data.subarray(from, from + 4), (y * toWidth + x) * 4);
    }
  }
  return { width: toWidth, height: toHeight, data: to };
};
