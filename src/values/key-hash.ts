/**
 * A number of 53 bits for a key, so that millions of keys can be told apart without being kept (cyrb53 by
 * bryc, public domain). Two keys with one number are rare, and cost no more than a second look: whoever
 * groups by it compares the keys themselves before deciding anything. Never 0.
 */
export const keyHash = (key: string): number => {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < key.length; i++) {
    const unit = key.charCodeAt(i);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0) || 1;
};
