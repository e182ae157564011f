/**
 * Stands in for the module with which antd's parts write styles into the page (`@rc-component/util/…/dynamicCSS`): here
 * everything is in the style sheet already (web/antd-style.ts), and the content security policy would refuse it. Each
 * function takes what the original takes; what it gives back is attached nowhere.
 */

export const updateCSS = (): HTMLStyleElement => document.createElement('style');

export const injectCSS = updateCSS;

export function removeCSS(): void {
  // Nothing was written.
}

export const clearContainerCache = removeCSS;
