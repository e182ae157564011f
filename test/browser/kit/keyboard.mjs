/** A page worked by keyboard alone. */
export class Keyboard {
  constructor(page) {
    this.page = page;
  }

  press(key) {
    return this.page.keyboard.press(key);
  }

  /** Goes on with Tab until what has the focus is called so (a text or a pattern); forwards, or backwards with `back`. */
  async tabTo(name, { back = false, most = 250 } = {}) {
    const met = [];
    for (let step = 0; step < most; step += 1) {
      await this.press(back ? 'Shift+Tab' : 'Tab');
      const called = await this.page.evaluate(nameOfFocus);
      if (name instanceof RegExp ? name.test(called) : called === name) return;
      met.push(called);
    }
    throw new Error(`Tab never came to ${name} on ${this.page.url()}: ${[...new Set(met)].join(' | ')}`);
  }

  /** Comes to a field and types over what it holds. */
  async types(name, text, options) {
    await this.tabTo(name, options);
    await this.press('Control+a');
    await this.page.keyboard.type(text);
  }

  /** Comes to a button and presses it. */
  async presses(name, options) {
    await this.tabTo(name, options);
    await this.press('Enter');
  }
}

/** Runs in the page: what the focused element is called. */
function nameOfFocus() {
  const element = document.activeElement;
  if (!element || element === document.body) return '';
  if (element.closest('[role=gridcell]')) return 'gridcell';
  const label = element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent ?? element.textContent;
  return (label ?? '').trim();
}
