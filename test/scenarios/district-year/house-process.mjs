// The product as a process of its own, on the database named by DATABASE_URL, with the training clock; killed by its test.
import 'reflect-metadata';
import { House } from '../../house/house.ts';
import { TrainingService } from '../../../src/modules/operations/index.ts';
import { FIRST_DAY, setStage } from './stage.ts';

const { DATABASE_URL, FIRST, TELEGRAM_API_ROOT, TELEGRAM_BOT_TOKEN } = process.env;
const house = await House.open({
  day: FIRST_DAY,
  time: '09:00',
  on: DATABASE_URL,
  env: { TELEGRAM_API_ROOT, TELEGRAM_BOT_TOKEN },
});
const now = house.clock.now();
await house.of(TrainingService).begin(() => now);
const props = FIRST ? await setStage(house) : undefined;
await house.app.listen(0, '127.0.0.1');
process.send({ port: house.app.getHttpServer().address().port, props });
