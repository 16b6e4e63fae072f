import type { Point } from "./rectangle.js";

/** Pixels that hang together. */
export interface Blob {
  /** Those with a neighbour outside: enough for its outline. */
  edges: Point[];
  /** Its pixels, and the sum of their values. */
  pixels: number;
  sum: number;
}

/**
 * Joins the pixels whose value is above the threshold with their eight neighbours. Blobs of fewer than `least` pixels are
 * left out, and with more than `most` blobs only the largest are kept: a page of noise must not take forever.
 */
export const findBlobs = (
  values: Float32Array,
  width: number,
  height: number,
  threshold: number,
  least: number,
  most: number,
): Blob[] => {
  const seen = new Uint8Array(width * height);
  const stack: number[] = [];
  const blobs: Blob[] = [];
  for (let start = 0; start < seen.length; start++) {
    if (seen[start] || !((values[start] ?? 0) > threshold)) continue;
    const blob: Blob = { edges: [], pixels: 0, sum: 0 };
    seen[start] = 1;
    stack.push(start);
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      const [x, y] = [at % width, Math.floor(at / width)];
      blob.pixels++;
      blob.sum += values[at] ?? 0;
      let open = false;
      for (let nearY = Math.max(0, y - 1); nearY <= Math.min(height - 1, y + 1); nearY++) {
        for (let nearX = Math.max(0, x - 1); nearX <= Math.min(width - 1, x + 1); nearX++) {
          const near = nearY * width + nearX;
          if (!((values[near] ?? 0) > threshold)) open = true;
          else if (!seen[near]) {
            seen[near] = 1;
            stack.push(near);
          }
        }
      }
      const atBorder = x === 0 || y === 0 || x === width - 1 || y === height - 1;
      if (open || atBorder) blob.edges.push({ x, y });
    }
    if (blob.pixels >= least) blobs.push(blob);
  }
  return blobs.length <= most ? blobs : blobs.sort((a, b) => b.pixels - a.pixels).slice(0, most);
};
