/** What became of the messages of one pass. */
export interface DeliveryCounts {
  sent: number;
  skipped: number;
  retried: number;
  unreachable: number;
  unknown: number;
  rejected: number;
  /** Found no room before a channel's limit and were put back. */
  postponed: number;
}

export const noCounts = (): DeliveryCounts => ({
  sent: 0,
  skipped: 0,
  retried: 0,
  unreachable: 0,
  unknown: 0,
  rejected: 0,
  postponed: 0,
});
