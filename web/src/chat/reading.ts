const PAUSE_MS = 800;

interface Given {
  /** The newest line that the page shows. */
  newest: () => number;
  tell: (line: number) => Promise<unknown>;
}

/**
 * Tells the server up to which line a person has seen the chat, while the page is in sight: a notice that was read needs
 * no second one. What could not be told is told with the next line or the next look.
 */
export class Reading {
  private told = 0;
  private timer?: ReturnType<typeof setTimeout>;

  constructor(private readonly given: Given) {}

  /** Something may have come into sight. */
  look(): void {
    clearTimeout(this.timer);
    if (document.visibilityState !== 'visible' || this.given.newest() <= this.told) return;
    // A glance at a page that is on its way out of sight is no reading.
    this.timer = setTimeout(() => void this.tell(), PAUSE_MS);
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private async tell(): Promise<void> {
    if (document.visibilityState !== 'visible') return;
    const line = this.given.newest();
    const told = await this.given.tell(line).then(
      () => true,
      () => false,
    );
    if (told) this.told = Math.max(this.told, line);
  }
}
