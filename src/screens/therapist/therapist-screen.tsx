import type { Uuid } from '../../core/ids';
import { LanguageChoice } from '../parts/language-choice';
import { Page } from '../parts/page';
import { StorageBanner } from '../parts/storage-banner';
import { useApp, useStore, useText } from '../parts/use-app';
import { ChildPage } from './child-page';
import { LockGate } from './lock/lock-gate';
import { RosterPage } from './roster/roster-page';
import '../child/child.css';
import './therapist.css';
import './plan/plan.css';
import './results/results.css';
import './roster/roster.css';

/** The therapist's pages: all children and the tablet, or one child's plan, touch and results. */
export function TherapistScreen({ child }: { readonly child: Uuid | null }) {
  const text = useText();
  const store = useStore();
  const { opened } = useApp();
  if (!store) {
    return (
      <Page title={text('therapist.title')} aside={<LanguageChoice />} class="therapist">
        {opened.store === null && <StorageBanner problem={opened.problem} />}
      </Page>
    );
  }
  return (
    <LockGate lock={store.lock}>{child === null ? <RosterPage store={store} /> : <ChildPage key={child} store={store} child={child} />}</LockGate>
  );
}
