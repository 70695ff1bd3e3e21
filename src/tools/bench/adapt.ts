import { adaptToSuccess } from '../../plan/adapt';
import type { Figure, Part } from './figure';
import { playRounds, simulatedChildren, toStart } from './simulated-rounds';

const target = 0.8;
const runs = 300;
/** Trials until a rule should have found the child. */
const findingTrials = 30;

/** The rule of other systems: one step harder after a round with more successes than misses, else one step easier. */
const oneUpOneDown: typeof adaptToSuccess = (drill, limits, values, adaptation, { hits, misses }) =>
  adaptToSuccess(drill, limits, values, { ...adaptation, target: 0.5, carry: 0 }, hits > misses ? { hits: 6, misses: 0 } : { hits: 0, misses: 6 });

/** Where the weighted up-down rule and the plain one land with simulated children of five abilities. */
export function benchAdapt(): Part {
  const miss = (rule: typeof adaptToSuccess) => {
    const off = simulatedChildren.map((child) => {
      const played = Array.from({ length: runs }, (_, i) =>
        playRounds(child, { rounds: 12, trials: 10, start: toStart(child), rule }, `${child.name}/${i}`),
      );
      const later = played.flatMap(({ hits }) => hits.slice(findingTrials));
      return Math.abs(later.filter(Boolean).length / later.length - target) * 100;
    });
    return Math.max(...off);
  };
  const figures: readonly Figure[] = [
    { name: 'weighted up-down: farthest from the target, points of success', value: miss(adaptToSuccess), unit: 'points', target: { atMost: 5 } },
    { name: 'one up, one down: farthest from the target, points of success', value: miss(oneUpOneDown), unit: 'points' },
  ];
  const how = `${simulatedChildren.length} simulated children, ${runs} runs each, target ${target * 100} %, trials ${findingTrials + 1} to 120`;
  return { title: 'Adaptation', how, figures };
}
