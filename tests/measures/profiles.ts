/** Speed of one minimum-jerk reach, 0..1 of its duration; 0 outside. */
export function minimumJerkSpeed(share: number): number {
  return share < 0 || share > 1 ? 0 : 30 * share ** 2 * (1 - share) ** 2;
}

/** Share of the way covered by a minimum-jerk reach at a share of its duration. */
export function minimumJerkPlace(share: number): number {
  const s = Math.min(1, Math.max(0, share));
  return s ** 3 * (10 - 15 * s + 6 * s ** 2);
}

/** Speed of sub-movements of 0.8 s, one started every 0.6 s. */
export function overlappingSpeed(count: number, rateHz: number): number[] {
  const points = Math.round((0.8 + 0.6 * (count - 1)) * rateHz) + 1;
  return Array.from({ length: points }, (_, i) => {
    let speed = 0;
    for (let k = 0; k < count; k += 1) speed += minimumJerkSpeed((i / rateHz - 0.6 * k) / 0.8);
    return speed;
  });
}

/** The published example of SPARC: exp(-5 t^2), t in [-1, 1) in steps of 0.01 s. */
export const gaussianSpeed: readonly number[] = Array.from({ length: 200 }, (_, i) => Math.exp(-5 * (i / 100 - 1) ** 2));
