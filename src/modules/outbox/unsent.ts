/**
 * Why the product itself did not send a message, or does not know what became of it: the code that stands in its `detail`, and
 * the English sentence that stood there in rows of before. Whatever else stands there is what a provider said.
 */
const UNSENT = {
  'nothing-owed': 'nothing of it is owed any more',
  'not-active': 'the person is no longer active',
  answered: 'answered since',
  'said-already': 'the same words reached the chat since',
  'question-answered': 'the question is answered',
  'arranged-otherwise': 'arranged otherwise since',
  'ladder-changed': 'the ladder was changed',
  'nobody-linked': 'nobody is linked',
  'sender-died': 'the sender died',
  empty: 'empty',
  'not-an-address': 'not an address',
} as const;

export type Unsent = keyof typeof UNSENT;
export const unsentCodes = Object.keys(UNSENT) as Unsent[];

const codes = new Map<string, Unsent>(
  unsentCodes.flatMap((code) => [[code, code] as const, [UNSENT[code], code] as const]),
);

/** The code in a message's detail, of whatever age; undefined where a provider spoke. */
export const unsentOf = (detail: string): Unsent | undefined => codes.get(detail);
