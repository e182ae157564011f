import type { ListName } from './edit.js';

/** One thing that keeps a draft from being published. Its text is the message `definitions.fault.<code>` with `params`. */
export interface Fault {
  code: string;
  /** The member and field it is about; absent where it is about the form as a whole. */
  list?: ListName;
  key?: string;
  field?: string;
  params: Record<string, string>;
}

/** A fault at a field of a member; one of the form as a whole without them. */
export function fault(
  code: string,
  params: Record<string, string> = {},
  list?: ListName,
  key?: string,
  field?: string,
): Fault {
  return { code, ...(list ? { list } : {}), ...(key ? { key } : {}), ...(field ? { field } : {}), params };
}
