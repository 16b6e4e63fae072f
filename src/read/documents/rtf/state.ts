/** What a group inherits and ends with it. */
export interface RtfState {
  isSilent: boolean;
  isHidden: boolean;
  isDeleted: boolean;
  page: number;
  /** Bytes that follow a `\u` for programs that do not know it. */
  skip: number;
  size: number;
  centred: boolean;
  isInTable: boolean;
}

export const firstState: RtfState = {
  isSilent: false,
  isHidden: false,
  isDeleted: false,
  page: 1252,
  skip: 1,
  size: 12,
  centred: false,
  isInTable: false,
};

/** Code pages of the whole document. */
export interface RtfEncodings {
  page: number;
  /** By number of the font. */
  fonts: Map<number, number>;
}

/** Applies a word that sets how what follows is read or looks; false where it is none. */
export const applySetting = (
  state: RtfState,
  document: RtfEncodings,
  word: string,
  value: number | undefined,
): boolean => {
  const isOn = value !== 0;
  switch (word) {
    case "ansicpg":
      state.page = document.page = value ?? 1252;
      return true;
    case "f":
      state.page = document.fonts.get(value ?? 0) ?? document.page;
      return true;
    case "uc":
      state.skip = Math.max(0, Math.min(value ?? 1, 16));
      return true;
    case "fs":
      state.size = (value ?? 24) / 2;
      return true;
    case "v":
      state.isHidden = isOn;
      return true;
    case "deleted":
      state.isDeleted = isOn;
      return true;
    case "plain":
      Object.assign(state, {
        size: 12,
        isHidden: false,
        isDeleted: false,
        page: document.page,
      });
      return true;
    case "pard":
      Object.assign(state, { centred: false, isInTable: false });
      return true;
    case "qc":
      state.centred = true;
      return true;
    case "ql":
    case "qr":
    case "qj":
      state.centred = false;
      return true;
    case "intbl":
      state.isInTable = true;
      return true;
    default:
      return false;
  }
};
