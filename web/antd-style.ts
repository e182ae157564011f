import { createCache, extractStyle, StyleProvider } from '@ant-design/cssinjs';
import * as antd from 'antd';
import { type ComponentType, createElement, Fragment, type ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import type { Plugin } from 'vite';
import { dark, light, themeKey } from './src/style/antd-theme.ts';

const NAME = 'virtual:antd.css';

/**
 * antd's style sheet as a file of its own, in the colours of the house by day and by night: our content security policy
 * lets no script write styles. `import 'virtual:antd.css'` gives it; it is written when the pages are built.
 */
export function antdStyle(): Plugin {
  return {
    name: 'antd-style',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load: (id) => (id === `\0${NAME}` ? writeStyle() : undefined),
  };
}

function writeStyle(): string {
  const day = drawn({ token: light });
  const night = drawn({ token: dark, algorithm: antd.theme.darkAlgorithm });
  const variables = extractStyle(night, { plain: true, types: ['token', 'cssVar'] });
  return `${extractStyle(day, { plain: true })}\n@media (prefers-color-scheme: dark) {${variables}}`;
}

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
  'Mentions QRCode Splitter Statistic TimePicker Timeline Tour Transfer Tree TreeSelect Watermark';
/** Drawn on a layer above the page, which nothing opens here: their inner panel is drawn instead. */
const layered = ['Drawer', 'Modal', 'Popconfirm', 'Popover', 'Tooltip'];
const needed: Record<string, object> = {
  Dropdown: { menu: { items: [] }, children: createElement('i') },
  Badge: { count: 1 },
  Tag: { color: 'blue' },
};

type Part = ComponentType<object> & { _InternalPanelDoNotUseOrYouWillBeFired?: ComponentType<object> };

function each(): ReactNode {
  const skipped = new Set(['ConfigProvider', 'Grid', ...unused.split(' ')]);
  const parts = Object.entries(antd as unknown as Record<string, Part>)
    .filter(([name]) => /^[A-Z]/.test(name) && !skipped.has(name))
    .map(([name, part]) => {
      const inner = layered.includes(name) ? part._InternalPanelDoNotUseOrYouWillBeFired : part;
      if (!inner) throw new Error(`antd has no inner panel of ${name} any more`);
      return createElement(inner, { key: name, ...needed[name] });
    });
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
