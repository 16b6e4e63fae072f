import sharp from "sharp";
import { drawScene } from "./pictures.js";

const rational = (value: number): string => {
  const degrees = Math.floor(value);
  const minutes = Math.floor((value - degrees) * 60);
  const seconds = Math.round(((value - degrees) * 60 - minutes) * 6000);
  return `${degrees}/1 ${minutes}/1 ${seconds}/100`;
};

/** A photo as a camera writes it: when it was taken (local time, no zone), where, and with what. */
export const photo = async (
  seed: string,
  taken: string,
  place: { north: number; east: number },
): Promise<Uint8Array> => {
  const moment = taken.replaceAll("-", ":").replace("T", " ");
  return sharp(await drawScene(seed, 480, 320))
    .withExif({
      IFD0: { Make: "DSJ", Model: "DSJ-K9", DateTime: moment },
      IFD2: { DateTimeOriginal: moment, DateTimeDigitized: moment },
      IFD3: {
        GPSLatitudeRef: "N",
        GPSLatitude: rational(place.north),
        GPSLongitudeRef: "E",
        GPSLongitude: rational(place.east),
      },
    })
    .jpeg({ quality: 50 })
    .toBuffer();
};
