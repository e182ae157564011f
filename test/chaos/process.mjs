// One process of the product as `node dist/main.js` starts it, on another day: so that a round is open.
import 'reflect-metadata';
import { TrainingClock } from '../../dist/modules/shared/index.js';
import { startProduct } from '../../dist/start-product.js';

await startProduct(process, new TrainingClock(Number(process.env.CLOCK_OFFSET_MS)));
