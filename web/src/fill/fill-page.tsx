import { useQuery } from '@tanstack/react-query';
import { ResourceView } from '../page/resource-view';
import { useLanguage } from '../texts/texts';
import './fill.css';
import { FillView } from './fill-view';
import { type Report, reports } from './report';
import { FillProvider } from './use-report';

interface Loaded {
  report: Report;
  words: Record<string, string>;
}

/** Where an official fills the forms of an obligation, and where those who receive it read them. */
export default function FillPage({ obligation }: { obligation: string }) {
  const { locale } = useLanguage();
  const loaded = useQuery<Loaded>({
    queryKey: ['report', obligation, locale],
    queryFn: async ({ signal }) => {
      const [report, forms, understood] = await Promise.all([
        reports.read(obligation, signal),
        reports.words('forms', signal),
        reports.words('understand', signal),
      ]);
      return { report, words: { ...forms.words, ...understood.words } };
    },
    // From here on the page keeps the report by itself; asked anew, it would forget what is being typed.
    staleTime: Infinity,
    gcTime: 0,
  });
  return (
    <ResourceView
      of={{
        data: loaded.data,
        problem: loaded.error ?? undefined,
        busy: loaded.isFetching,
        reload: () => void loaded.refetch(),
      }}
    >
      {({ report, words }) => (
        <FillProvider key={locale} report={report} words={words}>
          <FillView />
        </FillProvider>
      )}
    </ResourceView>
  );
}
