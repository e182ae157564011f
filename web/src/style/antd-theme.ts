/**
 * The colours and sizes of the house (base.css) in antd's words. antd's style sheet is written from them when the pages
 * are built (web/antd-style.ts); while a page runs nothing of it is computed.
 */
export const themeKey = 'nhip-theme';

const shared = {
  fontFamily: "system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif",
  fontSize: 16,
  borderRadius: 10,
  controlHeight: 40,
  controlHeightSM: 32,
  // Movement says nothing here, and costs the old machines of an office.
  motion: false,
};

export const light = {
  ...shared,
  colorPrimary: '#0b4f7a',
  colorInfo: '#0b4f7a',
  colorLink: '#0b5a8c',
  colorError: '#a8201a',
  colorWarning: '#7a4b00',
  colorSuccess: '#1d6437',
  colorTextBase: '#17212b',
  colorBgBase: '#ffffff',
  colorBgLayout: '#f4f6f8',
  colorBorder: '#7b8794',
  colorTextSecondary: '#52606d',
  colorTextTertiary: '#52606d',
  colorTextPlaceholder: '#52606d',
};

/** Used with antd's dark algorithm. */
export const dark = {
  ...shared,
  // Bright enough to be read as text; what stands on it is dark.
  colorPrimary: '#7cc4f5',
  colorInfo: '#7cc4f5',
  colorTextLightSolid: '#0b1a26',
  colorBgSpotlight: '#d7dee6',
  colorLink: '#8cc8f0',
  colorError: '#ff9b93',
  colorWarning: '#f5c66b',
  colorSuccess: '#85d6a2',
  colorTextBase: '#e6ebf0',
  colorBgBase: '#12181e',
  colorBgLayout: '#12181e',
  colorBgContainer: '#1b242c',
  colorBgElevated: '#222d37',
  colorBorder: '#74838f',
  colorTextSecondary: '#a3b1bf',
  colorTextTertiary: '#a3b1bf',
  colorTextPlaceholder: '#a3b1bf',
};
