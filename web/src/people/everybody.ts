import type { PeopleFilter } from './queries';

/** The list of people, not narrowed. */
export const EVERYBODY: PeopleFilter = { text: '', below: false, active: true, page: 1 };
