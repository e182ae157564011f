/** One thing wrong in a data file: which file, which row (1 = the first line) or key, and why. Several are reported at once. */
export interface Fault {
  file: string;
  /** Line number in a CSV, or the path of the key in a YAML file. */
  row: number | string;
  reason: string;
}

/** `catalogs/m2-city.csv:12: …`, one line. */
export function describeFault(fault: Fault): string {
  return `${fault.file}:${fault.row}: ${fault.reason}`;
}
