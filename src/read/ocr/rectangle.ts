import type { Slanted } from "../pictures/sample-picture.js";

export interface Point {
  x: number;
  y: number;
}

const cross = (a: Point, b: Point, c: Point): number =>
  (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);

/** The corners of the smallest convex shape around the points (Andrew's monotone chain). */
export const convexHull = (points: readonly Point[]): Point[] => {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const half = (ordered: readonly Point[]): Point[] => {
    const chain: Point[] = [];
    for (const point of ordered) {
      for (;;) {
        const [before, last] = [chain.at(-2), chain.at(-1)];
        if (!before || !last || cross(before, last, point) > 0) break;
        chain.pop();
      }
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  const hull = [...half(sorted), ...half(sorted.reverse())];
  return hull.length > 0 ? hull : sorted.slice(0, 1);
};

/** The rectangle around the points whose sides stand at this angle (radians clockwise). */
export const rectangleAt = (points: readonly Point[], angle: number): Slanted => {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y } of points) {
    const [along, down] = [x * cos + y * sin, y * cos - x * sin];
    left = Math.min(left, along);
    right = Math.max(right, along);
    top = Math.min(top, down);
    bottom = Math.max(bottom, down);
  }
  const [along, down] = [(left + right) / 2, (top + bottom) / 2];
  return {
    x: along * cos - down * sin,
    y: along * sin + down * cos,
    width: right - left,
    height: bottom - top,
    angle,
  };
};

/** The smallest rectangle around a convex shape: one of its sides lies on one of the shape's. At most 45° from level. */
export const smallestRectangle = (hull: readonly Point[]): Slanted => {
  let best = rectangleAt(hull, 0);
  hull.forEach((from, index) => {
    const to = hull[(index + 1) % hull.length] ?? from;
    const quarter = Math.PI / 2;
    const angle = Math.atan2(to.y - from.y, to.x - from.x);
    const rectangle = rectangleAt(hull, angle - quarter * Math.round(angle / quarter));
    if (rectangle.width * rectangle.height < best.width * best.height) best = rectangle;
  });
  return best;
};
