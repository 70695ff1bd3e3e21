import type { ComponentChildren } from 'preact';
import type { StorageProblem } from '../../session/types';
import { Banner } from './banner';
import { useText } from './use-app';

/** Says in words why this tablet keeps nothing, and what an adult can do. */
export function StorageBanner({ problem, children }: { readonly problem: StorageProblem; readonly children?: ComponentChildren }) {
  const text = useText();
  return (
    <Banner tone="warning" title={text(`storage.problem.${problem}`)}>
      <p>{text(`storage.advice.${problem}`)}</p>
      {children}
    </Banner>
  );
}
