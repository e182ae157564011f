import createClient from 'openapi-fetch';
import { askServer } from './client';
import type { paths } from './schema';

/**
 * The API by its own description: addresses, bodies and answers are checked by the compiler against what the server
 * says of itself (schema.d.ts). Every answer that is not 2xx is thrown as an `ApiProblem`, so `data` is always there.
 *
 * `const { data } = await typed.GET('/api/forms')`
 */
export const typed = createClient<paths>({
  baseUrl: window.location.origin,
  credentials: 'same-origin',
  cache: 'no-store',
  fetch: askServer,
});
