import { flushSync } from 'react-dom';

/**
 * A click is a press and a release on one element. What is left while the pointer goes down (a field that is written, an answer
 * that arrives) draws the page anew, and the element below the pointer may move or be another one before the release: then
 * there is no click. So what draws anew waits while the pointer is down, and is drawn when it is up.
 */
let isDown = false;
const waiting: (() => void)[] = [];

/** Does `act` at once, or as soon as the pointer is up again; acts keep their order. */
export function afterPress(act: () => void): void {
  if (isDown) waiting.push(act);
  else act();
}

function release(): void {
  isDown = false;
  if (waiting.length === 0) return;
  const acts = waiting.splice(0);
  flushSync(() => {
    for (const act of acts) act();
  });
}

function press(event: MouseEvent): void {
  // The list of a drop-down swallows the release.
  const opensList = event.target instanceof Element && event.target.closest('select') !== null;
  if (event.button === 0 && !opensList) isDown = true;
}

// When the mouse is told to be up, what it met is settled, and the click has not begun: it hears what was drawn in between. Not
// later, for a box that is ticked by a click must not be drawn anew within it. A finger's tap tells of a mouse as well.
const lift = () => setTimeout(release);
// A release outside the window is told by the first move without a button.
const move = (event: PointerEvent) => {
  if (isDown && event.buttons === 0) release();
};

for (const name of ['pointerdown', 'mousedown'] as const) window.addEventListener(name, press, true);
window.addEventListener('mouseup', release, true);
for (const name of ['pointerup', 'pointercancel', 'dragend'] as const) window.addEventListener(name, lift, true);
window.addEventListener('pointermove', move, true);
for (const name of ['keydown', 'contextmenu', 'blur'] as const) window.addEventListener(name, releaseOfWindow, true);

function releaseOfWindow(event: Event): void {
  // A field that is left tells `blur` too, and that is the very moment to wait through.
  if (event.type !== 'blur' || event.target === window) release();
}
