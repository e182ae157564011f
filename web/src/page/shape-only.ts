import type { RJSFSchema, ValidatorType } from '@rjsf/utils';

/**
 * Tells which alternative of a schema some data is, by its constants and required parts, and finds nothing wrong. A
 * preview stores nothing, and validators that compile schemas into code are forbidden by the content security policy.
 */
export const shapeOnly: ValidatorType = {
  isValid: (schema, data, root) => fits(schema, data, root),
  validateFormData: () => ({ errors: [], errorSchema: {} }),
  rawValidation: () => ({ errors: [] }),
};

function fits(schema: RJSFSchema | boolean, data: unknown, root: RJSFSchema): boolean {
  if (typeof schema === 'boolean') return schema;
  if (schema.$ref) return fits(resolve(schema.$ref, root), data, root);
  if (schema.const !== undefined && schema.const !== data) return false;
  if (schema.enum && !schema.enum.includes(data as never)) return false;
  const parts = [schema.allOf ?? []].flat();
  if (!parts.every((part) => fits(part, data, root))) return false;
  const any = schema.anyOf ?? schema.oneOf;
  if (any && !any.some((part) => fits(part, data, root))) return false;
  const given = typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : undefined;
  if (!given) return schema.type !== 'object' && !schema.properties;
  if (schema.required?.some((name) => given[name] === undefined)) return false;
  return Object.entries(schema.properties ?? {}).every(
    ([name, part]) => given[name] === undefined || typeof given[name] === 'object' || fits(part, given[name], root),
  );
}

function resolve(ref: string, root: RJSFSchema): RJSFSchema {
  const found = ref
    .replace(/^#\/?/, '')
    .split('/')
    .reduce<unknown>(
      (at, step) => (at as Record<string, unknown> | undefined)?.[step.replaceAll('~1', '/').replaceAll('~0', '~')],
      root,
    );
  return (found ?? {}) as RJSFSchema;
}
