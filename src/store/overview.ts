/** Whether what pages show of a history counts all of it. */
export interface Overview {
  /** False while roll-ups are made anew: the figures shown are those from before. */
  readonly isCurrent: boolean;
  /** Calls `listener` when they are there; what it returns ends that. */
  subscribe(listener: () => void): () => void;
}
