/** One line of the table: what was done to the program, and what became of what it had acknowledged. */
export interface FaultRow {
  readonly fault: string;
  /** Times it was done. */
  readonly rounds: number;
  /** Actions that had been answered with "kept" before or during the fault. */
  readonly acknowledged: number;
  /** Acknowledged actions that are gone, beyond the bytes that the fault itself destroyed. */
  readonly lost: number;
  /** Starts, or calls after the fault was over, that did not work by themselves. */
  readonly helpNeeded: number;
  /** Times that something was destroyed or changed and no report said so. */
  readonly silent: number;
}

/** A row that is added up. */
export type FaultTotal = { -readonly [Key in keyof FaultRow]: FaultRow[Key] };

export const totalOf = (fault: string): FaultTotal => ({
  fault,
  rounds: 0,
  acknowledged: 0,
  lost: 0,
  helpNeeded: 0,
  silent: 0,
});

export const FAULT_GROUPS = ['kill', 'disk', 'corrupt', 'write-reorder', 'windows', 'hostile'] as const;
export type FaultGroup = (typeof FAULT_GROUPS)[number];

export interface FaultOptions {
  /** How often chance is asked, where it is; null: as often as the full run does. */
  readonly rounds: number | null;
  /** A sample that is done in seconds. */
  readonly isShort: boolean;
  readonly say: (line: string) => void;
}

/** One file of `suites/`. */
export interface FaultSuite {
  readonly group: FaultGroup;
  readonly name: string;
  /** Null where it cannot be done here, with the reason in `say`. */
  run(options: FaultOptions): Promise<readonly FaultRow[] | null>;
}

/** Numbers from 0 to below 1, the same for the same seed (Marsaglia's xorshift, 32 bits). */
export function randomFrom(seed: number): () => number {
  let state = (seed * 2_654_435_761 + 1) | 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4_294_967_296;
  };
}
