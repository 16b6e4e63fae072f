import fc from "fast-check";
import { expect, test } from "vitest";
import { convexHull, rectangleAt, smallestRectangle, type Point } from "./rectangle.js";

const corners = (width: number, height: number, angle: number): Point[] =>
  [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ].map(([across = 0, down = 0]) => {
    const [u, v] = [(across * width) / 2, (down * height) / 2];
    return {
      x: 500 + u * Math.cos(angle) - v * Math.sin(angle),
      y: 300 + u * Math.sin(angle) + v * Math.cos(angle),
    };
  });

test("a slanted rectangle is found again from its corners and whatever lies within", () => {
  const side = fc.integer({ min: 10, max: 400 });
  const angle = fc.double({ min: -0.5, max: 0.5, noNaN: true });
  const part = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(
      side,
      side,
      angle,
      fc.array(fc.tuple(part, part)),
      (width, height, slant, parts) => {
        const [a, b, , d] = corners(width, height, slant) as [Point, Point, Point, Point];
        const within = parts.map(([u, v]) => ({
          x: a.x + u * (b.x - a.x) + v * (d.x - a.x),
          y: a.y + u * (b.y - a.y) + v * (d.y - a.y),
        }));
        const found = smallestRectangle(convexHull([...within, ...corners(width, height, slant)]));
        expect(found.width * found.height).toBeCloseTo(width * height, 3);
        expect([found.x, found.y]).toEqual([expect.closeTo(500, 5), expect.closeTo(300, 5)]);
      },
    ),
  );
});

test("a single point is a rectangle without sides", () => {
  expect(smallestRectangle(convexHull([{ x: 3, y: 4 }]))).toMatchObject({
    x: 3,
    y: 4,
    width: 0,
    height: 0,
  });
});

test("a rectangle at an angle holds all points", () => {
  expect(rectangleAt(corners(40, 10, 0.1), 0.1)).toMatchObject({
    width: expect.closeTo(40) as number,
    height: expect.closeTo(10) as number,
  });
});
