import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import viVN from 'antd/locale/vi_VN';
import 'virtual:antd.css';
import '../style/antd.css';
import type { ReactNode } from 'react';
import { ApiProblem } from '../api/client';
import { light, themeKey } from '../style/antd-theme';
import { useLanguage } from '../texts/texts';

/** A refusal stays a refusal: only an answer that never came is asked for again. */
const mayHelpToAskAgain = (failures: number, problem: unknown): boolean =>
  failures < 2 && problem instanceof ApiProblem && (problem.status === 0 || problem.status >= 502);

const queries = new QueryClient({
  defaultOptions: { queries: { retry: mayHelpToAskAgain, refetchOnWindowFocus: false }, mutations: { retry: false } },
});

/**
 * What the pages built with antd stand in: its language, its style sheet and the data asked of the server. The style is
 * a file (`zeroRuntime`): the content security policy lets no script write styles.
 */
export default function AdminShell({ children }: { children: ReactNode }) {
  const { locale } = useLanguage();
  return (
    <ConfigProvider
      locale={locale === 'vi' ? viVN : enUS}
      theme={{ zeroRuntime: true, hashed: false, cssVar: { key: themeKey }, token: light }}
    >
      <QueryClientProvider client={queries}>{children}</QueryClientProvider>
    </ConfigProvider>
  );
}
