import fc from 'fast-check';

// A run that is to say whether a change may land draws the same worlds each time, so that it answers for the change and
// not for its luck. `PROPERTY_SEED=random npm test -- properties` looks for new ones; a seed that it finds is written
// down as an example of its own beside the law that it broke.
const wanted = process.env.PROPERTY_SEED ?? '20260701';
if (wanted !== 'random') {
  if (!/^\d{1,9}$/.test(wanted)) throw new Error('PROPERTY_SEED is a whole number of at most nine digits, or `random`');
  fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(wanted) });
}
