import { Global, Module } from '@nestjs/common';
import { ContactsService } from './contacts.service.js';
import { PeopleService } from './people.service.js';
import { UnitsService } from './units.service.js';

@Global()
@Module({
  providers: [UnitsService, PeopleService, ContactsService],
  exports: [UnitsService, PeopleService, ContactsService],
})
export class UnitsModule {}
