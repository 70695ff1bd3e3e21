import { useEffect, useState } from 'preact/hooks';
import type { Uuid } from '../core/ids';

/** Where the app is: `#/`, `#/play/<child>`, `#/therapist`, `#/therapist/<child>`, `#/family/<child>`. */
export type Route =
  | { readonly screen: 'picker' }
  | { readonly screen: 'play'; readonly child: Uuid }
  | { readonly screen: 'therapist'; readonly child: Uuid | null }
  | { readonly screen: 'family'; readonly child: Uuid };

/** The route of a hash; anything unknown is the picker. */
export function parseRoute(hash: string): Route {
  const [screen, child, ...rest] = hash.replace(/^#\/?/, '').replace(/\/$/, '').split('/');
  if (rest.length > 0) return { screen: 'picker' };
  if (screen === 'therapist') return { screen, child: child ? readPart(child) : null };
  if ((screen === 'play' || screen === 'family') && child) {
    const id = readPart(child);
    if (id) return { screen, child: id };
  }
  return { screen: 'picker' };
}

/** The hash of a route, for links. */
export function toHash(route: Route): string {
  if (route.screen === 'picker') return '#/';
  return route.child === null ? `#/${route.screen}` : `#/${route.screen}/${encodeURIComponent(route.child)}`;
}

/** Goes to a route; the browser's back button leads back. */
export function go(route: Route): void {
  location.hash = toHash(route);
}

/** The current route; renders anew when it changes, and writes `#/` in place of a hash that leads nowhere. */
export function useRoute(): Route {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const onChange = () => setHash(location.hash);
    addEventListener('hashchange', onChange);
    onChange();
    return () => removeEventListener('hashchange', onChange);
  }, []);
  const route = parseRoute(hash);
  useEffect(() => {
    // Whoever went on meanwhile is not called back.
    if (route.screen === 'picker' && hash !== '#/' && location.hash === hash) history.replaceState(history.state, '', '#/');
  }, [hash]);
  return route;
}

function readPart(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
