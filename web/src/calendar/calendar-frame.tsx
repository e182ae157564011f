import type { ReactNode } from 'react';
import { PageLink } from '../page/router';
import { hasRole, useSession } from '../session/session';
import '../style/calendar.css';
import '../style/forms.css';
import '../style/people.css';
import { useCalendarTexts } from '../texts/calendar';

/** The pages of the calendar under one roof: what each is for in a line, and the way to the others. */
export function CalendarFrame({ hint, children }: { hint: string; children: ReactNode }) {
  const texts = useCalendarTexts();
  const session = useSession().data;
  const isAdmin = session != null && hasRole(session, 'admin');
  const { pages } = texts;
  return (
    <section className="calendar">
      <h1>{texts.title}</h1>
      <nav className="calendar-pages" aria-label={texts.pagesLabel}>
        {isAdmin && <PageLink to="/lich">{pages.year}</PageLink>}
        {isAdmin && <PageLink to="/lich/ngay-nghi">{pages.holidays}</PageLink>}
        {isAdmin && <PageLink to="/lich/don-vi">{pages.units}</PageLink>}
        <PageLink to="/lich/quy-dinh">{pages.rules}</PageLink>
        <PageLink to="/lich/su-kien">{pages.events}</PageLink>
        <PageLink to="/lich/chay-thu">{pages.dryRun}</PageLink>
      </nav>
      <p className="quiet">{hint}</p>
      {children}
    </section>
  );
}
