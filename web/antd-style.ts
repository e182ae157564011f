import { createCache, extractStyle, StyleProvider } from '@ant-design/cssinjs';
import * as antd from 'antd';
import { fileURLToPath } from 'node:url';
import { type ComponentType, createElement, Fragment, type ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import type { Plugin } from 'vite';
import { dark, light, themeKey } from './src/style/antd-theme.ts';

const NAME = 'virtual:antd.css';
/** With zeroRuntime antd still writes the values of its theme into the page; this is the module that does it. */
const WRITER = /\/Dom\/dynamicCSS(\.js)?$/;
const NO_WRITER = fileURLToPath(new URL('./src/style/no-written-style.ts', import.meta.url));

/**
 * antd's style sheet as a file of its own, in the colours of the house by day and by night: our content security policy
 * lets no script write styles. `import 'virtual:antd.css'` gives it; it is written when the pages are built.
 */
export function antdStyle(): Plugin {
  return {
    name: 'antd-style',
    // Before Vite's own way to find modules.
    enforce: 'pre',
    resolveId: (id) => {
      if (id === NAME) return `\0${NAME}`;
      return WRITER.test(id) ? NO_WRITER : undefined;
    },
    load: (id) => (id === `\0${NAME}` ? writeStyle() : undefined),
  };
}

function writeStyle(): string {
  const day = drawn({ token: light });
  const night = drawn({ token: dark, algorithm: antd.theme.darkAlgorithm });
  const variables = extractStyle(night, { plain: true, types: ['token', 'cssVar'] });
  const sheet = `${withoutLinks(extractStyle(day, { plain: true }))}\n@media (prefers-color-scheme: dark) {${variables}}`;
  // A part that was drawn under a theme of its own would stand without colours.
  const stray = /\.css-var-[\w-]+/.exec(sheet);
  if (stray) throw new Error(`antd drew something under the theme ${stray[0]}`);
  return sheet;
}

/** antd dresses every bare link of a page, also those outside its parts; ours stay as base.css has them. */
const withoutLinks = (sheet: string): string => sheet.replace(/(^|\})((?:a(?:[:[][^,{]*)?,?)+\{[^}]*\})+/g, '$1');

/** What antd wrote down while every component was drawn once. */
function drawn(theme: antd.ThemeConfig) {
  const cache = createCache();
  renderToString(
    createElement(
      StyleProvider,
      { cache },
      createElement(antd.ConfigProvider, { theme: { ...theme, hashed: false, cssVar: { key: themeKey } } }, each()),
    ),
  );
  return cache;
}

/** Never used on these pages; each would cost every reader some kilobytes. */
const unused =
  'Affix Anchor BackTop BorderBeam Calendar Carousel Cascader ColorPicker FloatButton Image Layout Listy Masonry ' +
  'Mentions Splitter Statistic TimePicker Timeline Tour Transfer Tree TreeSelect Watermark';
const needed: Record<string, object> = {
  Dropdown: { menu: { items: [] }, children: createElement('i') },
  Badge: { count: 1 },
  QRCode: { value: 'x', type: 'svg' },
  // What opens above the page stands at something; it writes its style also while it is closed.
  Popconfirm: { title: '', children: createElement('i') },
  Popover: { children: createElement('i') },
  Tooltip: { children: createElement('i') },
  Tag: { color: 'blue' },
};

type Part = ComponentType<object> & { _InternalPanelDoNotUseOrYouWillBeFired?: ComponentType<object> };

function each(): ReactNode {
  const skipped = new Set(['ConfigProvider', 'Grid', ...unused.split(' ')]);
  const parts = Object.entries(antd as unknown as Record<string, Part>)
    .filter(([name]) => /^[A-Z]/.test(name) && !skipped.has(name))
    .map(([name, part]) => createElement(part, { key: name, ...needed[name] }));
  const said = [antd.message, antd.notification].map((part, at) =>
    createElement(part._InternalPanelDoNotUseOrYouWillBeFired as ComponentType<object>, { key: at }),
  );
  return createElement(
    Fragment,
    null,
    ...parts,
    ...said,
    createElement(antd.Typography.Text),
    createElement(antd.Input.Search),
    createElement(antd.Radio.Button),
    createElement(antd.DatePicker.RangePicker),
    createElement(antd.Upload.Dragger),
  );
}
