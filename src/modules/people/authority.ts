import type { Scope } from '../access/index.js';
import type { Person, Role } from '../units/index.js';

/** Whether a role may be given or ended by whoever has `scope`: in a unit managed, and administrators by administrators alone. */
export const managesRole = (scope: Scope, held: { unit: string; role: Role }): boolean =>
  scope.has('admin') || (held.role !== 'admin' && scope.manages(held.unit));

/**
 * Whether a person is managed: who changes an address or gives an invitation could speak for the person, so that every role
 * of the person must lie where the manager manages.
 */
export const managesPerson = (scope: Scope, roles: readonly { unit: string; role: Role }[]): boolean =>
  scope.has('admin') || (roles.length > 0 && roles.every((held) => managesRole(scope, held)));

/** Whoever has the server's shell acts as an administrator without a name; the trail shows this id. */
export const THE_SHELL: Person = {
  id: '00000000-0000-0000-0000-000000000000',
  name: 'npm run admin',
  title: '',
  locale: 'vi',
  roles: [{ unit: '', role: 'admin' }],
};
