import { useEffect, useState } from 'preact/hooks';
import type { PlaySpace } from '../../../drills/types';
import { toPlaySpace } from '../../../session/space';
import { useDevice } from '../../parts/use-app';

/** The play field as it would be on this screen now, in millimetres. */
export function useScreenSpace(reachMm: number | null): PlaySpace {
  const { pxPerMm } = useDevice();
  const [size, setSize] = useState({ width: innerWidth, height: innerHeight });
  useEffect(() => {
    const onResize = () => setSize({ width: innerWidth, height: innerHeight });
    addEventListener('resize', onResize);
    return () => removeEventListener('resize', onResize);
  }, []);
  return toPlaySpace(size.width / pxPerMm, size.height / pxPerMm, reachMm);
}
