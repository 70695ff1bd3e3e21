import type { ComponentChildren } from 'preact';
import type { StorageProblem } from '../../session/types';
import { Banner } from './banner';
import { useText } from './use-app';

/** Says in words why this tablet keeps nothing, and what an adult can do; where something waits in memory (`held`), without loading the page anew. */
export function StorageBanner(props: { readonly problem: StorageProblem; readonly held?: boolean; readonly children?: ComponentChildren }) {
  const text = useText();
  return (
    <Banner tone="warning" title={text(`storage.problem.${props.problem}`)}>
      <p>{text(`storage.${props.held ? 'held' : 'advice'}.${props.problem}`)}</p>
      {props.children}
    </Banner>
  );
}
