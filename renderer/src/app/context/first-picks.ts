/** Settles once the first slate is on screen: only then may work that competes with it (timing WebGPU) begin. */
let settle: () => void = () => undefined;
const shown = new Promise<void>((resolve) => {
  settle = resolve;
});

/** Call after a slate was painted; later calls do nothing. */
export function markPicksShown(): void {
  settle();
}

export const firstPicksShown = (): Promise<void> => shown;
