import { Controller, Get, UseGuards } from '@nestjs/common';
import { AdminGuard, SessionGuard } from '../access/index.js';
import { WatchdogService } from './watchdog.service.js';

/** What the watchdog found. */
@Controller('api/alarms')
@UseGuards(SessionGuard, AdminGuard)
export class AlarmsController {
  constructor(private readonly watchdog: WatchdogService) {}

  /** The alarms that stand, the oldest first. */
  @Get()
  list() {
    return this.watchdog.alarms();
  }
}
