import { correctTurn } from './correcting.js';
import { decideTurn } from './decide.js';
import { delegateTurn } from './delegate.js';
import type { Turn } from './effect.js';
import { extensionTurn } from './extension.js';
import { fillTurn } from './filling.js';
import { lateActTurn } from './late-act.js';
import { lateHandTurn } from './late-hand.js';
import { type Context, stay } from './moves.js';
import { listOwed } from './owed.js';
import { statusTurn } from './status.js';
import { summaryTurn } from './summary.js';

/** Says `text`, then the present question once more. */
export function again(context: Context, text: string): Turn {
  const { dialog } = context;
  const { place } = dialog;
  if (place.at === 'fill') return fillTurn(context, place, undefined, text);
  if (place.at === 'summary') return summaryTurn(context, place.obligation, undefined, text);
  if (place.at === 'status') return statusTurn(context, place, undefined, text);
  if (place.at === 'extension') return extensionTurn(context, place, undefined, text);
  if (place.at === 'decide') return decideTurn(context, place, undefined, text);
  if (place.at === 'delegate') return delegateTurn(context, place, undefined, text);
  if (place.at === 'correct') return correctTurn(context, place, undefined, text);
  if (place.at === 'late-act') return lateActTurn(context, place, undefined, text);
  if (place.at === 'late-hand') return lateHandTurn(context, place, undefined, text);
  return stay(context, text);
}

/** The same; where no question stands, what there is to do, so that nobody is left without a next step. */
export function whatNext(context: Context, text: string): Turn {
  const { place } = context.dialog;
  const isOpen = place.at === 'idle' || (place.at === 'choose' && place.purpose === 'open');
  return isOpen && context.view.person ? listOwed(context, text) : again(context, text);
}
