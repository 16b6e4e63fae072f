/** Something about the input that a person should know and that is not a finding about a case. */
export interface Diagnostic {
  level: "error" | "warning" | "info";
  /** Key of its text in the message catalogue (src/messages). */
  code: string;
  file: string;
  sheet?: string;
  cell?: string;
  page?: number;
  /** What the text names: a header, a value, a limit. */
  details: Record<string, string | number>;
}
