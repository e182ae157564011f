import { lazy, Suspense, type ReactNode } from 'react';
import { ResourceView } from './resource-view';
import { useSession } from '../session/session';
import { SignedOut } from '../session/signed-out';
import { useTexts } from '../texts/texts';
import { matchRoute } from './route';

// Pages that need a component library or the form engine: the home page and the chat load none of it.
const AdminShell = lazy(() => import('./admin-shell'));
const FormsPage = lazy(() => import('../forms/forms-page'));
const FormPage = lazy(() => import('../forms/form-page'));
const EditorPage = lazy(() => import('../editor/editor-page'));
const PeoplePage = lazy(() => import('../people/people-page'));
const InvitationSheetPage = lazy(() => import('../people/invitation-sheet-page'));
const LadderPage = lazy(() => import('../ladder/ladder-page'));
const WordingPage = lazy(() => import('../wording/wording-page'));
const LedgerPage = lazy(() => import('../ledger/ledger-page'));
const AuditPage = lazy(() => import('../audit/audit-page'));
const CalendarPage = lazy(() => import('../calendar/calendar-page'));
const HolidaysPage = lazy(() => import('../calendar/holidays/holidays-page'));
const RulesPage = lazy(() => import('../calendar/occasions/rules-page'));
const EventsPage = lazy(() => import('../calendar/occasions/events-page'));
const ConferencesPage = lazy(() => import('../conferences/conferences-page'));
const MinutesPage = lazy(() => import('../conferences/minutes-page'));
const TargetsPage = lazy(() => import('../targets/targets-page'));
const DeskPage = lazy(() => import('../desk/desk-page'));
const UnitsPage = lazy(() => import('../calendar/units/units-page'));
const DryRunPage = lazy(() => import('../calendar/dry-run/dry-run-page'));
const FillPage = lazy(() => import('../fill/fill-page'));

/** The page at `path` for somebody who is signed in; undefined where there is none. */
export function lazyPage(path: string): ReactNode | undefined {
  const page = pageAt(path);
  return page && <SignedInOnly>{page}</SignedInOnly>;
}

function pageAt(path: string): ReactNode | undefined {
  if (matchRoute('/bieu-mau', path)) return <FormsPage />;
  const form = matchRoute('/bieu-mau/:key', path)?.['key'];
  if (form) return <FormPage key={form} formKey={form} />;
  const edited = matchRoute('/bieu-mau/:key/sua', path)?.['key'];
  if (edited) return <EditorPage key={edited} formKey={edited} />;
  const obligation = matchRoute('/bao-cao/:obligation', path)?.['obligation'];
  if (obligation) return <FillPage key={obligation} obligation={obligation} />;
  if (matchRoute('/nhac-viec', path)) return <LadderPage />;
  if (matchRoute('/loi-nhan', path)) return <WordingPage />;
  if (matchRoute('/so-tin', path)) return <LedgerPage />;
  if (matchRoute('/nhat-ky', path)) return <AuditPage />;
  if (matchRoute('/lich', path)) return <CalendarPage />;
  if (matchRoute('/lich/quy-dinh', path)) return <RulesPage />;
  if (matchRoute('/lich/su-kien', path)) return <EventsPage />;
  if (matchRoute('/lich/don-vi', path)) return <UnitsPage />;
  if (matchRoute('/lich/chay-thu', path)) return <DryRunPage />;
  if (matchRoute('/lich/ngay-nghi', path)) return <HolidaysPage />;
  if (matchRoute('/chi-tieu', path)) return <TargetsPage />;
  if (matchRoute('/hoi-nghi', path)) return <ConferencesPage />;
  const conference = matchRoute('/hoi-nghi/:id', path)?.['id'];
  if (conference) return <MinutesPage key={conference} id={conference} />;
  if (matchRoute('/cho-y-kien', path)) return <DeskPage />;
  if (matchRoute('/can-bo', path)) return <PeoplePage />;
  const invited = matchRoute('/can-bo/phieu-moi/:unit', path)?.['unit'];
  if (invited) return <InvitationSheetPage key={invited} unit={invited} />;
  return undefined;
}

function SignedInOnly({ children }: { children: ReactNode }) {
  const texts = useTexts();
  const loading = (
    <p className="quiet" role="status">
      {texts.page.loading}
    </p>
  );
  return (
    <ResourceView of={useSession()}>
      {(session) =>
        session === null ? (
          <SignedOut />
        ) : (
          <Suspense fallback={loading}>
            <AdminShell>{children}</AdminShell>
          </Suspense>
        )
      }
    </ResourceView>
  );
}
