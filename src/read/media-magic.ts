const signatures: readonly (readonly ["image" | "recording", RegExp])[] = [
  ["image", /^\xff\xd8\xff|^\x89PNG\r\n|^GIF8[79]a|^II\*\0|^MM\0\*|^RIFF....WEBP/s],
  ["image", /^BM.{4}\0{4}/s],
  ["image", /^....ftyp(?:hei[cfmsx]|mif1|msf1|hev[cx]|avi[fs])/s],
  // MPEG-4 and QuickTime, Matroska, Windows Media, AVI and WAV, AMR, Ogg, FLV.
  ["recording", /^....(?:ftyp|moov|mdat|wide)|^\x1aE\xdf\xa3|^0&\xb2u\x8ef\xcf\x11/s],
  ["recording", /^RIFF....(?:AVI |WAVE)|^#!AMR|^OggS|^FLV\x01/s],
  // MP3 with a tag in front or without, MPEG programs.
  ["recording", /^ID3[\x02-\x04]|^\xff[\xe2-\xe7\xf2-\xf7\xfa-\xfb]|^\0\0\x01\xba/s],
];

/** Whether the beginning of a file is that of a picture or of a recording. */
export const mediaKind = (head: Buffer): "image" | "recording" | undefined => {
  const start = head.toString("latin1", 0, 16);
  return signatures.find(([, pattern]) => pattern.test(start))?.[0];
};
