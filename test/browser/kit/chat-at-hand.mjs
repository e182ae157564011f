import { until } from './checks.mjs';

/** A person reads a question before answering it. */
const READS_MS = 400;

/** A chat page as the person holds it: says, taps, and waits for what the bot answers. */
export class ChatAtHand {
  constructor(page) {
    this.page = page;
    this.bot = page.locator('.bubble:not(.own)');
  }

  /** Types and sends; gives the bot's newest text after its answer. */
  async says(text) {
    const before = await this.bot.count();
    await this.page.waitForTimeout(READS_MS);
    const field = this.page.getByLabel('Nội dung tin');
    await field.fill(text);
    await field.press('Enter');
    return this.answered(before, `an answer to «${text}»`);
  }

  /** Taps the newest button of that label. */
  async taps(label) {
    const before = await this.bot.count();
    await this.page.getByRole('button', { name: label, exact: true }).last().tap();
    return this.answered(before, `an answer to the button «${label}»`);
  }

  /** The newest thing the bot said. */
  async newest() {
    return (await this.bot.last().locator('.bubble-text').textContent()) ?? '';
  }

  async answered(before, what) {
    await until(async () => (await this.bot.count()) > before, what);
    return this.newest();
  }
}
